import { Refused } from '../frame/refused.mjs';

const refusal = (status, detail, headers = {}) => new Refused(status, { detail }, { headers });

export const invalid = (detail) => refusal(400, detail);

export const unauthorized = () => refusal(401, 'Not authenticated');

export const otherPlatform = () => refusal(403, 'Invalid API key');

/** Nobody is wrong to ask for a generation that is not there. */
export const notFound = () => refusal(404, 'Generation not found').asOurs;

export const noCredits = () => refusal(402, 'Insufficient credits');

/** The Dream Machine says the same as a 400. */
export const noCreditsLegacy = () => refusal(400, 'Insufficient credits');

export const tooLarge = () => refusal(413, 'Request body exceeds 50 MB');

export const unreadable = (message) => refusal(422, `Image ${message}`);

export const tooOften = () => refusal(429, 'Rate limit exceeded, try again later', { 'Retry-After': '30' });

export const tooMany = () => refusal(429, 'Too many concurrent generations', { 'Retry-After': '60' });

const byStatus = {
  400: () => invalid('Invalid request'),
  401: unauthorized,
  402: noCredits,
  403: () => refusal(403, 'Account suspended'),
  404: () => refusal(404, 'Not Found'),
  405: () => refusal(405, 'Method Not Allowed'),
  413: tooLarge,
  422: () => unreadable('could not be read'),
  429: tooOften,
  500: () => refusal(500, 'Internal server error'),
  502: () => refusal(502, 'Bad gateway'),
  503: () => refusal(503, 'Service unavailable'),
};

const status = (usual) => (as) => (byStatus[as] ?? byStatus[usual])();

/** What keeps a generation out when it is asked to; `#refuse:403` reaches every status. */
export const refusals = {
  rate: tooOften,
  throttle: tooMany,
  balance: noCredits,
  retired: () => invalid('Model is no longer available'),
  refuse: status(400),
  badimg: status(422),
  '5xx-before': status(503),
};

/** `reason` as the Dream Machine words it (docs.lumalabs.ai, errors), `code` as the Agents API does. Nothing that failed is charged. */
const failing = (code, reason) => () => ({ code, reason, billed: false });

const reasons = {
  generation_failed: 'Job failed',
  budget_exhausted: 'Budget exhausted',
  output_not_found: 'Output not found',
  content_moderated: 'Frame moderation failed',
  blacklisted: 'Contains blacklisted words',
  frames: 'Failed to read user input frames',
  dispatch: 'Error dispatching job',
};

export const unreadFrames = failing('generation_failed', reasons.frames);

export const failures = {
  'mod-in': failing('content_moderated', 'Advanced prompt moderation failed'),
  'mod-out': failing('content_moderated', reasons.content_moderated),
  fail: (as) => failing(as ?? 'generation_failed', reasons[as] ?? reasons.generation_failed)(),
};

export const words = {
  noSuchPath: byStatus[404],
  wrongMethod: byStatus[405],
  broken: byStatus[500],
};
