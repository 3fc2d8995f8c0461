import { order, runwayOf } from './support.mjs';

/** Runway as the tests for every provider drive it. */
export function driver(running) {
  const runway = runwayOf(running);
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const headers = key ? { Authorization: `Bearer ${key}` } : {};
      const { status, body } = await runway('/v1/image_to_video', order({ promptText: prompt, ...more }), { headers });
      return { status, id: body?.id ?? null };
    },
    status: async (id) => (await runway.task(id)).status,
    words: { succeeded: 'SUCCEEDED', failed: 'FAILED' },
    link: async (id) => (await runway.task(id)).output[0],
  };
}
