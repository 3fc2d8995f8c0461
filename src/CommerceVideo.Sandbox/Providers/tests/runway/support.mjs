import { base64, call } from '../support.mjs';

const headers = { Authorization: 'Bearer sandbox-runway-key', 'X-Runway-Version': '2024-11-06' };

export const dataUri = (wishes) => `data:image/png;base64,${base64(wishes)}`;

/** A caller of Runway with its key and version; `body` given makes a POST. */
export function runwayOf({ ready }) {
  const { address } = ready.providers.runway;
  const ask = (path, body, more = {}) => call(address + path, { body, ...more, headers: { ...headers, ...more.headers } });
  return Object.assign(ask, {
    address,
    create: (more = {}) => ask('/v1/image_to_video', order(more)),
    task: async (id) => (await ask(`/v1/tasks/${id}`)).body,
  });
}

export const order = (more = {}) => ({
  model: 'gen4.5',
  promptImage: dataUri(),
  promptText: 'slow dolly in',
  ratio: '1280:720',
  duration: 2,
  ...more,
});
