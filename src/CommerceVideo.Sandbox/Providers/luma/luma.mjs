import { agentsRoutes } from './agents.mjs';
import { authorize, credentials } from './authorization.mjs';
import { dreamMachineRoutes, generation } from './dreamMachine.mjs';
import { failures, refusals, words } from './errors.mjs';

/**
 * Luma's two APIs: the Agents API (docs.agents.lumalabs.ai, 2026-09) and the older Dream Machine API that the official client
 * `lumaai` 1.19.1 speaks. In truth they have a host and keys each; here they share a port and are told apart by their paths.
 */
export const luma = {
  name: 'luma',
  credentials,
  settings: (address) => ({ LegacyBaseAddress: address, ApiKey: `${credentials.key},${credentials.legacyKey}` }),
  currency: 'USD',
  /** Generations at a time, each model; creates in a minute on the Dream Machine; dollars left, null for endless. */
  options: { concurrent: 10, perMinute: 20, balance: null },
  authorize,
  routes: (house) => [...agentsRoutes(house), ...dreamMachineRoutes(house)],
  words,
  refusals,
  failures,
  links: { expired: 403 },
  /** Only the Dream Machine calls back, unsigned. */
  callbacks: {
    secrets: [],
    states: ['running', 'succeeded', 'failed'],
    address: (job) => job.more.callback ?? null,
    body: generation,
    headers: () => ({}),
  },
};
