import { authorize, credentials } from './authorization.mjs';
import { failures, refusals, words } from './errors.mjs';
import { create } from './generation.mjs';
import { list, remove, task, taskItem } from './tasks.mjs';

const path = '/api/v3/contents/generations/tasks';

/** Seedance 2.5 on BytePlus ModelArk (pages of 2026-08 to 2026-10). What it calls back with is not signed. */
export const seedance = {
  name: 'seedance',
  credentials,
  currency: 'USD',
  /** Tasks at a time, the others stay queued; dollars left, null for endless. */
  options: { concurrent: 3, balance: null },
  authorize,
  routes: (house) => [
    ['POST', path, (request) => create(house, request)],
    ['GET', path, (request) => list(house, request)],
    ['GET', `${path}/{id}`, (request) => task(house, request)],
    ['DELETE', `${path}/{id}`, (request) => remove(house, request)],
  ],
  words,
  refusals,
  failures,
  links: { expired: 403 },
  callbacks: {
    secrets: [],
    states: ['queued', 'running', 'succeeded', 'failed', 'cancelled'],
    address: (job) => job.more.callback,
    body: taskItem,
    headers: () => ({}),
  },
};
