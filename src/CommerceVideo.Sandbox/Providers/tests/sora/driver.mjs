import { lastDays, order, soraOf } from './support.mjs';

export const startsAt = lastDays;

/** Sora as the tests for every provider drive it. */
export function driver(running) {
  const sora = soraOf(running);
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const headers = key ? { Authorization: `Bearer ${key}` } : {};
      const { status, body } = await sora('/v1/videos', order({ prompt, ...more }), { headers });
      return { status, id: body?.id ?? null };
    },
    status: async (id) => (await sora.video(id)).status,
    words: { succeeded: 'completed', failed: 'failed' },
    link: async (id) => sora.content(id),
  };
}
