import { minimaxOf, v2Order } from './support.mjs';

/** MiniMax's v2 as the tests for every provider drive it. */
export function driver(running) {
  const minimax = minimaxOf(running);
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const headers = key ? { Authorization: `Bearer ${key}` } : {};
      const { status, body } = await minimax('/v2/video_generation', { ...v2Order({ prompt }), ...more }, { headers });
      return { status, id: body?.task_id ?? null };
    },
    status: async (id) => (await minimax.v2(id)).status,
    words: { succeeded: 'succeeded', failed: 'failed' },
    link: async (id) => (await minimax.v2(id)).content.url,
  };
}
