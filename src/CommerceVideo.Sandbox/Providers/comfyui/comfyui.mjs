import { authorize, credentials } from './authorization.mjs';
import { failures, refusals, words } from './errors.mjs';
import { history, historyOf, post as createPrompt } from './prompts.mjs';
import { changeHistory, changeQueue, interrupt, queue } from './queue.mjs';
import { uploadImage } from './uploads.mjs';
import { view } from './view.mjs';

/**
 * A ComfyUI server with Wan 2.2 and the nodes it needs (docs/comfyui-contract.md: the public repository at 5e14d797). Itself it
 * asks for no key; as people put it on a network, it stands behind a proxy that does (`guarded`).
 */
export const comfyui = {
  name: 'comfyui',
  credentials,
  currency: 'USD',
  /** One prompt runs at a time. Nothing costs money: `balance` is there because every provider has it. */
  options: { concurrent: 1, guarded: true, balance: null },
  authorize,
  // Every path is served below /api too.
  routes: (house) => routes(house).flatMap(([method, path, handle]) => ['', '/api'].map((prefix) => [method, prefix + path, handle])),
  words,
  refusals,
  failures,
  links: { expired: 404, origin: 'api' },
};

const routes = (house) => [
  ['POST', '/upload/image', (request) => uploadImage(house, request)],
  ['POST', '/prompt', (request) => createPrompt(house, request)],
  ['GET', '/queue', (request) => queue(house, request)],
  ['POST', '/queue', (request) => changeQueue(house, request)],
  ['POST', '/interrupt', (request) => interrupt(house, request)],
  ['GET', '/history', (request) => history(house, request)],
  ['POST', '/history', (request) => changeHistory(house, request)],
  ['GET', '/history/{id}', (request) => historyOf(house, request)],
  ['GET', '/view', (request) => view(house, request)],
];
