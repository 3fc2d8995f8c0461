import { agentsOf } from './support.mjs';

/** Luma's Agents API as the tests for every provider drive it. */
export function driver(running) {
  const luma = agentsOf(running);
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const { status, body } = await luma.create({ prompt, ...more }, {}, key);
      return { status, id: body?.id ?? null };
    },
    status: async (id) => (await luma.generation(id)).state,
    words: { succeeded: 'completed', failed: 'failed' },
    link: async (id) => (await luma.generation(id)).output[0].url,
  };
}
