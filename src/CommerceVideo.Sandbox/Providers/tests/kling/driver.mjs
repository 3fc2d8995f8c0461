import { klingOf, order } from './support.mjs';

/** Kling as the tests for every provider drive it. */
export function driver(running) {
  const kling = klingOf(running);
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const body = { ...order({ prompt, ...more }), settings: { duration: 3, multi_shot: false } };
      const reply = await (key ? kling.as(key) : kling)('/image-to-video/kling-3.0', body);
      return { status: reply.status, id: reply.body?.data?.id ?? null };
    },
    status: async (id) => (await kling.task(id))?.status,
    words: { succeeded: 'succeeded', failed: 'failed' },
    link: async (id) => (await kling.task(id)).outputs[0].url,
  };
}
