import { authorize, credentials } from './authorization.mjs';
import { failures, refusals, words } from './errors.mjs';
import { create } from './synthesis.mjs';
import { cancel, task } from './tasks.mjs';

/** Wan image-to-video on Alibaba Cloud Model Studio (pages of 2026-07 to 2026-10). It calls nobody back. */
export const wan = {
  name: 'wan',
  credentials,
  currency: 'USD',
  /** Tasks of a model at a time, the others stay PENDING; whether this is a workspace's own host; dollars left, null for endless. */
  options: { concurrent: 5, workspaceHost: true, balance: null },
  authorize,
  routes: (house) => [
    ['POST', '/api/v1/services/aigc/video-generation/video-synthesis', (request) => create(house, request)],
    ['GET', '/api/v1/tasks/{id}', (request) => task(house, request)],
    ['POST', '/api/v1/tasks/{id}/cancel', (request) => cancel(house, request)],
  ],
  words,
  refusals,
  failures,
  links: { expired: 403 },
};
