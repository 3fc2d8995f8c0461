import { Refused } from '../frame/refused.mjs';

const docUrl = 'https://docs.dev.runwayml.com/errors/errors';

const refusal = (status, error, more = {}) => new Refused(status, { error, docUrl, ...more });

export const badRequest = (error, issues = []) => refusal(400, error, issues.length ? { issues } : {});

export const unauthorized = () => refusal(401, 'Invalid or missing API key.');

/** Nobody is wrong to ask for a task that is gone. */
export const notFound = () => refusal(404, 'Task not found.').asOurs;

export const tooMany = () => refusal(429, 'You have reached your daily limit of generations. Try again later.');

export const noCredits = () => badRequest('You do not have enough credits to run this task.');

const byStatus = {
  400: () => badRequest('Bad request.'),
  401: unauthorized,
  404: () => refusal(404, 'Not found.'),
  405: () => refusal(405, 'Method not allowed.'),
  429: tooMany,
  500: () => refusal(500, 'Internal server error.'),
  502: () => refusal(502, 'Bad gateway.'),
  503: () => refusal(503, 'Service unavailable.'),
  504: () => refusal(504, 'Gateway timeout.'),
};

const status = (usual) => (as) => byStatus[Object.hasOwn(byStatus, as) ? as : usual]();

/** What keeps a task out when it is asked to; more tasks than may run are not refused, they wait. */
export const refusals = {
  rate: tooMany,
  balance: noCredits,
  retired: () => badRequest('Validation of body failed', [{ path: ['model'], message: 'This model is no longer available.' }]),
  refuse: status(400),
  '5xx-before': status(503),
};

const failing = (usual, text, billed) => (as, options) => ({
  failure: text,
  code: as === 'null' ? null : (as ?? usual),
  billed: billed(options),
});

const never = () => false;
const asConfigured = ({ moderatedBilled }) => moderatedBilled;

/** What ends a task FAILED, with its failureCode (`#fail:THIRD_PARTY.UNAVAILABLE`, `#fail:null` for none). */
export const failures = {
  'mod-in': failing('SAFETY.INPUT.TEXT', 'The input was flagged by content moderation.', asConfigured),
  'mod-out': failing('SAFETY.OUTPUT.VIDEO', 'The output was flagged by content moderation.', asConfigured),
  badimg: failing('ASSET.INVALID', 'The image could not be read.', never),
  fail: failing('INTERNAL', 'An unexpected error occurred.', never),
};

export const words = {
  noSuchPath: byStatus[404],
  wrongMethod: byStatus[405],
  broken: byStatus[500],
};
