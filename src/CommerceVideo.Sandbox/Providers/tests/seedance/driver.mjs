import { order, seedanceOf } from './support.mjs';

/** Seedance as the tests for every provider drive it. */
export function driver(running) {
  const seedance = seedanceOf(running);
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const headers = key ? { Authorization: `Bearer ${key}` } : {};
      const { status, body } = await seedance('', order({ prompt, ...more }), { headers });
      return { status, id: body?.id ?? null };
    },
    status: async (id) => (await seedance.task(id)).status,
    words: { succeeded: 'succeeded', failed: 'failed' },
    link: async (id) => (await seedance.task(id)).content.video_url,
  };
}
