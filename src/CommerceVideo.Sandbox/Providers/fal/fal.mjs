import { authorize, credentials } from './authorization.mjs';
import { failures, refusals, words } from './errors.mjs';
import { cancel, create, result, status } from './requests.mjs';
import { callbackBody, callbackHeaders, jwks, jwksPath } from './webhooks.mjs';

/**
 * fal's queue with the apps this sandbox plays (official client 1.10.1, fal's pages of 2026; corrections of 2026-11-22).
 * Where it guesses: the real queue takes any JSON and lets the model refuse it later, here a wrong body is 422 at the door and
 * only pictures and content end a request that was taken; unknown fields are refused; pictures of Pika and Wan 2.1 may be JPEG,
 * PNG or WEBP up to 20 MB, those of Wan 2.7 keep to Model Studio's limits (240 to 8000 pixels, 1:8 to 8:1, no alpha); ten
 * seconds of Pika cost double; what is refused after the work is billed; a cancelled request is COMPLETED with 499; links
 * live seven days and are 404 afterwards; webhooks come up to six times. Driving audio and clips to go on from are not played.
 */
export const fal = {
  name: 'fal',
  credentials,
  settings: (address) => ({ KeysAddress: `${address}${jwksPath}` }),
  currency: 'USD',
  /**
   * Requests of the account that run at a time, the others wait; whether what was refused after the work is billed; whether a
   * runner stops when it is asked to; dollars left, null for endless.
   */
  options: { concurrent: 2, refusedBilled: true, stopsRunning: true, balance: null },
  authorize,
  routes: (house) => [
    ['GET', jwksPath, (request) => jwks(house, request)],
    ['GET', '/{owner}/{app}/requests/{id}/status', (request) => status(house, request)],
    ['GET', '/{owner}/{app}/requests/{id}', (request) => result(house, request)],
    ['PUT', '/{owner}/{app}/requests/{id}/cancel', (request) => cancel(house, request)],
    ['POST', '/{endpoint*}', (request) => create(house, request)],
  ],
  words,
  refusals,
  failures,
  links: { expired: 404 },
  callbacks: {
    secrets: ['sandbox-fal-webhook-key'],
    states: ['succeeded', 'failed'],
    address: (job) => job.more.callback,
    body: callbackBody,
    headers: callbackHeaders,
  },
};
