import { base64, call } from '../support.mjs';

const headers = { Authorization: 'Bearer sandbox-wan-key' };

export const dataUri = (wishes) => `data:image/png;base64,${base64(wishes)}`;

/** A caller of Model Studio with its key; `body` given makes a POST. */
export function wanOf({ ready }) {
  const { address } = ready.providers.wan;
  const ask = (path, body, more = {}) => call(`${address}/api/v1${path}`, { body, ...more, headers: { ...headers, ...more.headers } });
  const post = (body, more = {}) =>
    ask('/services/aigc/video-generation/video-synthesis', body, { headers: { 'X-DashScope-Async': 'enable', ...more } });
  return Object.assign(ask, {
    address,
    post,
    create: (more = {}) => post(legacy(more)),
    task: async (id) => (await ask(`/tasks/${id}`)).body,
    cancel: (id) => ask(`/tasks/${id}/cancel`, undefined, { method: 'POST' }),
  });
}

/** A legacy body that is right; what is given goes to where it belongs. */
export const legacy = ({ model = 'wan2.6-i2v', prompt = 'slow push in', img_url = dataUri(), ...parameters } = {}) => ({
  model,
  input: { prompt, img_url },
  parameters: { resolution: '720P', duration: 2, audio: false, ...parameters },
});

export const frames = ({ model, prompt = 'slow push in', media = [['first_frame', dataUri()]], ...parameters } = {}) => ({
  model,
  input: { prompt, media: media.map(([type, url]) => ({ type, url })) },
  parameters: { resolution: '720P', duration: 2, ...parameters },
});
