import { standardWebhookHeaders } from '../callbacks/standardWebhooks.mjs';
import { accountRoutes } from './account.mjs';
import { authorize, credentials } from './authorization.mjs';
import { failures, refusals, words } from './errors.mjs';
import { legacyCallback, legacyRoutes } from './legacy.mjs';
import { newRoutes, taskItem } from './newStandard.mjs';
import { omniRoutes } from './omni.mjs';

/** Kling's official API, both standards (reference of 2026-09-20, its corrections of 2026-11-22). */
export const kling = {
  name: 'kling',
  credentials,
  /** What whoever calls it has to be told beside address and key, in its own settings' names. */
  settings: () => ({ WebhookSecrets__0: credentials.webhookSecret }),
  currency: 'USD',
  /** Places of the resource pack for each model; how long a new task stays unseen; `unit` or `cash`; dollars left, null for endless. */
  options: { concurrent: 5, hiddenSeconds: 1, charges: 'unit', balance: null },
  authorize,
  routes: (house) => [...newRoutes(house), ...legacyRoutes(house), ...omniRoutes(house), ...accountRoutes(house)],
  words,
  refusals,
  failures,
  links: { expired: 403 },
  callbacks: {
    secrets: [credentials.webhookSecret],
    states: ['queued', 'running', 'succeeded', 'failed'],
    address: (job) => job.more.callback,
    body: (job, house) => (job.more.standard === 'new' ? taskItem(job, house) : legacyCallback(job, house)),
    headers: standardWebhookHeaders,
  },
};
