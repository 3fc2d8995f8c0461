import { legacy, wanOf } from './support.mjs';

/** Wan as the tests for every provider drive it. */
export function driver(running) {
  const wan = wanOf(running);
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const headers = key ? { Authorization: `Bearer ${key}` } : {};
      const { status, body } = await wan.post({ ...legacy({ prompt }), ...more }, headers);
      return { status, id: body?.output?.task_id ?? null };
    },
    status: async (id) => (await wan.task(id)).output.task_status,
    words: { succeeded: 'SUCCEEDED', failed: 'FAILED' },
    link: async (id) => (await wan.task(id)).output.video_url,
  };
}
