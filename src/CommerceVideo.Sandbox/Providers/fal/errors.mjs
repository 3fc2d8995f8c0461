import { Refused } from '../frame/refused.mjs';

/** What a model says of its input or of its work: status and words by `type`. */
const modelErrors = {
  content_policy_violation: [422, 'The content could not be processed because it contained material flagged by a content checker.'],
  no_media_generated: [422, 'No media was generated for this request.'],
  image_too_small: [422, 'The image is too small.'],
  image_too_large: [422, 'The image is too large.'],
  image_load_error: [422, 'Failed to load the image. Please ensure the image file is not corrupted and is in a supported format.'],
  file_download_error: [422, 'Failed to download the file. Please check if the URL is accessible and try again.'],
  file_too_large: [422, 'The file is too large.'],
  unsupported_image_format: [422, 'The image has an unsupported format.'],
  face_detection_error: [422, 'Could not detect a face in the image.'],
  missing: [422, 'Field required'],
  value_error: [422, 'Value error'],
  greater_than: [422, 'Input should be greater than the limit'],
  feature_not_supported: [422, 'This feature is not supported.'],
  internal_server_error: [500, 'Internal server error'],
  generation_timeout: [504, 'The generation timed out.'],
  downstream_service_error: [400, 'The downstream service refused the request.'],
  downstream_service_unavailable: [500, 'The downstream service is unavailable.'],
};

/** What the queue says when the runner gave no answer of its own. */
const queueErrors = {
  request_timeout: [504, 'Request timed out'],
  startup_timeout: [504, 'The runner did not start in time'],
  runner_scheduling_failure: [503, 'No runner could be allocated'],
  runner_connection_timeout: [503, 'The connection to the runner timed out'],
  runner_disconnected: [503, 'The runner disconnected'],
  runner_connection_refused: [503, 'The runner refused the connection'],
  runner_connection_error: [503, 'The runner could not be reached'],
  runner_incomplete_response: [502, 'The runner sent an incomplete response'],
  runner_server_error: [500, 'The runner answered with a server error'],
  client_disconnected: [499, 'The client disconnected'],
  client_cancelled: [499, 'Request was cancelled'],
  bad_request: [400, 'Bad request'],
  internal_error: [500, 'Internal error'],
};

const retryable = ['internal_server_error', 'generation_timeout', 'downstream_service_unavailable'];

/** How a request ended without a video: `{status, body, headers, error, type, billed}`; `loc` is where a model sees it. */
export function failure(type, { loc = ['body'], message = null, billed = false } = {}) {
  const known = Object.hasOwn(queueErrors, type);
  const [status, usual] = (known ? queueErrors : modelErrors)[type] ?? modelErrors.value_error;
  const body = known ? { detail: usual, error_type: type } : { detail: [detail(type, loc, message ?? usual)] };
  const headers = known ? { 'X-Fal-Error-Type': type } : { 'X-Fal-Retryable': String(retryable.includes(type)) };
  // Server errors are never billed.
  return { status, body, headers, error: `Invalid status code: ${status}`, type: known ? type : null, billed: billed && status < 500 };
}

export const detail = (type, loc, msg) => ({ loc, msg, type, url: `https://docs.fal.ai/errors#${type}` });

/** An answer of the platform itself. */
export const plain = (status, text) => new Refused(status, { detail: text });

/** What a picture can be wrong in, by the problem's kind. */
export const pictureTypes = {
  source: 'file_download_error',
  fetch: 'file_download_error',
  format: 'unsupported_image_format',
  bytes: 'file_too_large',
  small: 'image_too_small',
  large: 'image_too_large',
  ratio: 'value_error',
  alpha: 'image_load_error',
  broken: 'image_load_error',
};

/** Issues of a body in the words of the models' own validation. */
export function invalid(issues) {
  const told = issues.map(({ path, message }) => detail(typeOf(message), ['body', ...path], message));
  return new Refused(422, { detail: told }, { headers: { 'X-Fal-Retryable': 'false' } });
}

function typeOf(message) {
  const types = { 'is required': 'missing', 'is not a known field': 'extra_forbidden', 'must be a string': 'string_type' };
  return types[message] ?? (message.startsWith('must be one of') ? 'literal_error' : 'value_error');
}

const byStatus = {
  400: () => plain(400, 'Bad request'),
  401: () => plain(401, 'Authentication is required to access this application.'),
  403: () => plain(403, 'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.'),
  404: () => plain(404, 'Application not found'),
  405: () => plain(405, 'Method Not Allowed'),
  413: () => plain(413, 'Request Entity Too Large'),
  422: () => invalid([{ path: ['prompt'], message: 'is required' }]),
  429: () => plain(429, 'Rate limit exceeded'),
  500: () => plain(500, 'Internal Server Error'),
  502: () => plain(502, 'Bad Gateway'),
  503: () => plain(503, 'Service Unavailable'),
  504: () => plain(504, 'Gateway Timeout'),
};

const status = (usual) => (as) => byStatus[Object.hasOwn(byStatus, as) ? as : usual]();

/** What keeps a request out of the queue; too many at a time are not refused, they wait. */
export const refusals = {
  rate: status(429),
  balance: status(403),
  retired: status(404),
  refuse: status(422),
  '5xx-before': status(503),
};

/** What ends a request; the queue takes what it cannot judge, so pictures and rules only show in the result. */
export const failures = {
  'mod-in': (as) => failure(as ?? 'content_policy_violation', { loc: ['body', 'prompt'] }),
  'mod-out': (as, { refusedBilled }) => failure(as ?? 'content_policy_violation', { loc: ['body'], billed: refusedBilled }),
  badimg: (as) => failure(as ?? 'image_load_error', { loc: ['body', 'image_url'] }),
  fail: (as) => failure(as ?? 'internal_server_error'),
};

export const words = {
  noSuchPath: byStatus[404],
  wrongMethod: byStatus[405],
  broken: byStatus[500],
};
