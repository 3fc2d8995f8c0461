import { authorize, credentials } from './authorization.mjs';
import { failures, refusals, statusRefusal, words } from './errors.mjs';
import { download } from './files.mjs';
import { cancel, create, get } from './interactions.mjs';

const retired = ({ parts: { model } }) => {
  throw statusRefusal(404, 'NOT_FOUND', `models/${model} is no longer available. Please use gemini-omni-1.1-flash instead.`);
};

/** The Gemini API: Omni by interactions (reference of 2026-11-22, @google/genai 2.32.0); Veo is gone from it. It calls nobody back. */
export const google = {
  name: 'google',
  credentials,
  currency: 'USD',
  /** Whether a download points to another origin; interactions at a time, null for any number; dollars left, null for endless. */
  options: { redirects: false, concurrent: null, balance: null },
  authorize,
  routes: (house) => [
    ['POST', '/v1beta/interactions', (request) => create(house, request)],
    ['GET', '/v1beta/interactions/{id}', (request) => get(house, request)],
    ['POST', '/v1beta/interactions/{id}/cancel', (request) => cancel(house, request)],
    ['GET', '/v1beta/files/{id}:download', (request) => download(house, request)],
    ['POST', '/v1beta/models/{model}:predictLongRunning', retired],
  ],
  words,
  refusals,
  failures,
  links: { expired: 403, origin: 'api' },
};
