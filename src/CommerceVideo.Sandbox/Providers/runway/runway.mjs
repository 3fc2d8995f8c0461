import { authorize, credentials } from './authorization.mjs';
import { failures, refusals, words } from './errors.mjs';
import { create } from './generation.mjs';
import { organization, usage } from './organization.mjs';
import { remove, task } from './tasks.mjs';
import { placeUpload, uploadRoutes } from './uploads.mjs';

/** Runway's developer API, its own models (SDK 4.20.1 of 2026-09-23, corrections of 2026-11-22). It calls nobody back. */
export const runway = {
  name: 'runway',
  credentials,
  currency: 'USD',
  /** Tasks at a time and in 24 hours, each model; whether moderated tasks cost their full price; dollars left, null for endless. */
  options: { concurrent: 3, daily: null, moderatedBilled: true, balance: null },
  authorize,
  routes: (house) => [
    ['POST', '/v1/image_to_video', (request) => create(house, request)],
    ['GET', '/v1/tasks/{id}', (request) => task(house, request)],
    ['DELETE', '/v1/tasks/{id}', (request) => remove(house, request)],
    ['POST', '/v1/uploads', (request) => placeUpload(house, request)],
    ['GET', '/v1/organization', (request) => organization(house, request)],
    ['POST', '/v1/organization/usage', (request) => usage(house, request)],
  ],
  fileRoutes: uploadRoutes,
  words,
  refusals,
  failures,
  links: { expired: 403 },
};
