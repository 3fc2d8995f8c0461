import { Refused } from '../frame/refused.mjs';

/** The codes of interactions, in words; the HTTP status each comes with and what its message says. */
const rows = {
  invalid_request: [400, 'The request is invalid.'],
  image_safety: [400, 'The input image was blocked by safety filters.'],
  content_blocked: [400, 'The request was blocked by content filters.'],
  payment_required: [402, 'Your prepayment credits are depleted.'],
  permission_denied: [403, 'The caller does not have permission.'],
  not_found: [404, 'The requested entity was not found.'],
  quota_exceeded: [429, 'You exceeded your current quota, please check your plan and billing details.'],
  internal_error: [500, 'An internal error has occurred.'],
  service_unavailable: [503, 'The service is currently unavailable.'],
  deadline_exceeded: [504, 'The deadline expired before the operation could complete.'],
};

export function refusal(code, message = null) {
  const [status, usual] = rows[code];
  return new Refused(status, { error: { code, message: message ?? usual } });
}

/** What Google answers before an API is reached, and what its older APIs answer: a number and a status. */
export function statusRefusal(code, status, message, reason = null) {
  const details = reason ? { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }] } : {};
  return new Refused(code, { error: { code, message, status, ...details } });
}

const row =
  (usual, message = null) =>
  (as) =>
    refusal(Object.hasOwn(rows, as) ? as : usual, message);

/** What keeps an interaction out when it is asked to; `#refuse:image_safety` reaches every row. */
export const refusals = {
  rate: row('quota_exceeded'),
  balance: row('payment_required'),
  retired: row('not_found', 'models/gemini-omni-1.1-flash is no longer available.'),
  refuse: row('invalid_request'),
  badimg: row('invalid_request', 'Unable to process input image.'),
  '5xx-before': row('service_unavailable'),
};

const declined = () => ({ text: 'I cannot create this video because it may violate our policies.', billed: false });

/**
 * What ends an interaction without a video. A refusal is `completed` with words and costs nothing; `#fail:unreadable` is
 * `completed` too, made and billed, but its video cannot be told.
 */
export const failures = {
  'mod-in': declined,
  'mod-out': declined,
  fail: (as) =>
    as === 'unreadable'
      ? { text: '', billed: true }
      : { errors: [{ code: as ?? 'internal_error', message: 'Generation failed.' }], billed: false },
};

export const words = {
  noSuchPath: () => statusRefusal(404, 'NOT_FOUND', 'The requested URL was not found on this server.'),
  wrongMethod: () => statusRefusal(404, 'NOT_FOUND', 'The requested URL was not found on this server.'),
  broken: () => refusal('internal_error'),
};
