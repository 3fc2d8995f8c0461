import { accessToken, keyFile, project } from './account.mjs';
import { failures, refusal, refusals, words } from './errors.mjs';
import { fetchOperation, predict } from './predictions.mjs';
import { exchange, isToken } from './token.mjs';

const model = '/v1/projects/{project}/locations/{location}/publishers/google/models/{model}';

function authorize({ req, url }, house) {
  const token = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1];
  if (url.pathname !== '/token' && !(token && isToken(house, token))) {
    throw refusal('UNAUTHENTICATED');
  }
}

/** Veo on Vertex with the token endpoint beside it (reference of 2026-11-22). It calls nobody back, and the video comes inline. */
export const vertex = {
  name: 'vertex',
  get credentials() {
    return { key: keyFile(), accessToken, project };
  },
  settings: (address) => ({ TokenAddress: `${address}/token`, Project: project }),
  currency: 'USD',
  /** Operations at a time, each model; dollars left, null for endless. */
  options: { concurrent: 10, balance: null },
  authorize,
  routes: (house) => [
    ['POST', '/token', (request) => exchange(house, request)],
    ['POST', `${model}:predictLongRunning`, (request) => predict(house, request)],
    ['POST', `${model}:fetchPredictOperation`, (request) => fetchOperation(house, request)],
  ],
  words,
  refusals,
  failures,
  links: { expired: 403, origin: 'api' },
};
