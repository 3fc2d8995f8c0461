import { authorize, credentials } from './authorization.mjs';
import { failures } from './codes.mjs';
import { refusals, words } from './protocols.mjs';
import { v1Callback, v1Routes } from './v1.mjs';
import { taskOf, v2Routes } from './v2.mjs';

/** MiniMax, both protocols: Hailuo on v1, H3 on v2 (reference of 2026-11-22, OpenAPI pages of 2026-09). Nothing it tells is signed. */
export const minimax = {
  name: 'minimax',
  credentials,
  currency: 'USD',
  /** Tasks at a time, each protocol; dollars left, null for endless. */
  options: { concurrent: 30, balance: null },
  authorize,
  routes: (house) => [...v1Routes(house), ...v2Routes(house)],
  words,
  refusals,
  failures,
  links: { expired: 403 },
  callbacks: {
    secrets: [],
    states: ['queued', 'running', 'succeeded', 'failed', 'cancelled'],
    address: (job) => (job.more.protocol === 'v1' && job.state === 'queued' ? null : job.more.callback),
    body: (job, house) => (job.more.protocol === 'v1' ? v1Callback(job) : { task: taskOf(job, house) }),
    headers: () => ({}),
  },
};
