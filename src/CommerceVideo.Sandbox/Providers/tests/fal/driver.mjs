import { falOf, order, pika } from './support.mjs';

/** fal as the tests for every provider drive it: `COMPLETED` only says that it is over, the result says how. */
export function driver(running) {
  const fal = falOf(running);
  const at = (id) => `/fal-ai/pika/requests/${id}`;
  const status = async (id) => {
    const { body } = await fal(`${at(id)}/status`);
    return body.status === 'COMPLETED' && (await fal(at(id))).status !== 200 ? 'FAILED' : body.status;
  };
  return {
    submit: async ({ prompt, key, more = {} }) => {
      const headers = key ? { Authorization: `Key ${key}` } : {};
      const { status, body } = await fal(`/${pika}`, order({ prompt, ...more }), { headers });
      return { status, id: body?.request_id ?? null };
    },
    status,
    words: { succeeded: 'COMPLETED', failed: 'FAILED' },
    link: async (id) => (await fal(at(id))).body.video.url,
  };
}
