import { statusRefusal } from '../google/errors.mjs';

const rows = {
  INVALID_ARGUMENT: [400, 'Request contains an invalid argument.'],
  FAILED_PRECONDITION: [400, 'The project is not ready for this model.'],
  UNAUTHENTICATED: [401, 'Request had invalid authentication credentials. Expected OAuth 2 access token.'],
  PERMISSION_DENIED: [403, 'Permission denied on resource project.'],
  NOT_FOUND: [404, 'Publisher Model was not found or your project does not have access to it.'],
  RESOURCE_EXHAUSTED: [429, 'Quota exceeded for aiplatform.googleapis.com/online_prediction_requests_per_base_model.'],
  INTERNAL: [500, 'Internal error encountered.'],
  UNAVAILABLE: [503, 'The service is currently unavailable.'],
  DEADLINE_EXCEEDED: [504, 'Deadline exceeded.'],
};

export const refusal = (status, message = null, reason = null) =>
  statusRefusal(rows[status][0], status, message ?? rows[status][1], reason);

const row =
  (usual, message = null, reason = null) =>
  (as) =>
    Object.hasOwn(rows, as) ? refusal(as) : refusal(usual, message, reason);

export const refusals = {
  rate: row('RESOURCE_EXHAUSTED'),
  throttle: row('RESOURCE_EXHAUSTED', 'Quota exceeded for long running predictions in flight.'),
  balance: row('PERMISSION_DENIED', 'This API method requires billing to be enabled.', 'BILLING_DISABLED'),
  retired: row('NOT_FOUND'),
  refuse: row('INVALID_ARGUMENT'),
  badimg: row('INVALID_ARGUMENT', 'Unable to process the input image.'),
  '5xx-before': row('UNAVAILABLE'),
};

const guidelines = "violates Vertex AI's usage guidelines. If you think this was an error, send feedback. Support codes: 29310472";

/** What ends an operation: an error of gRPC's numbers, or a good end with every video filtered. Neither costs. */
export const failures = {
  'mod-in': () => ({ code: 3, message: `The prompt could not be submitted. This prompt ${guidelines}`, billed: false }),
  'mod-out': () => ({ filtered: `Veo could not generate videos because the output ${guidelines}`, billed: false }),
  fail: (as) => ({ code: Number(as ?? 13), message: 'Video generation failed.', billed: false }),
};

export const words = {
  noSuchPath: () => refusal('NOT_FOUND', 'The requested URL was not found on this server.'),
  wrongMethod: () => refusal('NOT_FOUND', 'The requested URL was not found on this server.'),
  broken: () => refusal('INTERNAL'),
};
