import { base64, call } from '../support.mjs';

const headers = { Authorization: 'Bearer sandbox-seedance-key' };
const path = '/api/v3/contents/generations/tasks';

export const dataUri = (wishes) => `data:image/png;base64,${base64(wishes)}`;

/** A caller of ModelArk with its key; `body` given makes a POST. */
export function seedanceOf({ ready }) {
  const { address } = ready.providers.seedance;
  const ask = (below, body, more = {}) => call(address + path + below, { body, ...more, headers: { ...headers, ...more.headers } });
  return Object.assign(ask, {
    address,
    create: (more = {}) => ask('', order(more)),
    task: async (id) => (await ask(`/${id}`)).body,
    remove: (id) => ask(`/${id}`, undefined, { method: 'DELETE' }),
  });
}

/** A body that is right; `prompt` and `frames` are put in their places, other members as they are. */
export const order = ({ prompt = 'slow push in', frames = [['first_frame', dataUri()]], ...more } = {}) => ({
  model: 'dreamina-seedance-2-5-260628',
  content: [{ type: 'text', text: prompt }, ...frames.map(([role, url]) => ({ type: 'image_url', image_url: { url }, role }))],
  resolution: '480p',
  ratio: 'adaptive',
  duration: 4,
  generate_audio: false,
  ...more,
});
