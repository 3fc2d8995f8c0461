import { Refused } from '../frame/refused.mjs';

const refusal = (status, message, { type = 'invalid_request_error', param = null, code = null } = {}) =>
  new Refused(status, { error: { message, type, param, code } });

export const badRequest = (message, param = null, code = null) => refusal(400, message, { param, code });

export const unauthorized = () => refusal(401, 'Incorrect API key provided.', { code: 'invalid_api_key' });

/** Nobody is wrong to ask for a video that is gone. */
export const notFound = (id) => refusal(404, `Video with id '${id}' not found.`).asOurs;

export const gone = (method, path) => refusal(404, `Invalid URL (${method} ${path})`, { code: 'unknown_url' });

export const noCredits = () =>
  refusal(429, 'You exceeded your current quota, please check your plan and billing details.', {
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  });

const tooMany = () => refusal(429, 'Rate limit reached for requests', { type: 'requests', code: 'rate_limit_exceeded' });

const byStatus = {
  400: () => badRequest('Invalid request.'),
  401: unauthorized,
  403: () => refusal(403, 'Your organization may not use this endpoint.'),
  404: () => refusal(404, 'Not found.'),
  405: () => refusal(405, 'Not allowed to call this endpoint like that.'),
  410: () => refusal(410, 'This endpoint has been removed.'),
  429: tooMany,
  500: () => refusal(500, 'The server had an error while processing your request.', { type: 'server_error' }),
  502: () => refusal(502, 'Bad gateway.', { type: 'server_error' }),
  503: () => refusal(503, 'The engine is currently overloaded.', { type: 'server_error' }),
};

const status = (usual) => (as) => byStatus[Object.hasOwn(byStatus, as) ? as : usual]();

/** What keeps a video out when it is asked for. */
export const refusals = {
  rate: tooMany,
  balance: noCredits,
  retired: () =>
    refusal(404, "The model 'sora-2' does not exist or you do not have access to it.", { param: 'model', code: 'model_not_found' }),
  refuse: status(400),
  badimg: () => badRequest('The input reference image could not be decoded.', 'input_reference'),
  'mod-in': () => badRequest('Your request was blocked by our moderation system.', null, 'moderation_blocked'),
  '5xx-before': status(500),
};

/** What ends a video `failed`, with its error's code (`#fail:server_error`). Nothing is charged. */
export const failures = {
  'mod-out': () => ({ code: 'moderation_blocked', message: 'Your request was blocked by our moderation system.', billed: false }),
  fail: (as) => ({ code: as ?? 'video_generation_failed', message: 'Video generation failed.', billed: false }),
};

export const words = {
  noSuchPath: ({ req, url }) => gone(req.method, url.pathname),
  wrongMethod: byStatus[405],
  broken: byStatus[500],
};
