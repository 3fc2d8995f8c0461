import { base64, call } from '../support.mjs';

export const pika = 'fal-ai/pika/v2.2/image-to-video';
export const wan21 = 'fal-ai/wan-i2v';
export const wan27 = 'fal-ai/wan/v2.7/image-to-video';

/** A caller of fal with its key; `body` given makes a POST. */
export function falOf({ ready }) {
  const { address, key } = ready.providers.fal;
  const at = (url) => (url.startsWith('http') ? url : address + url);
  const ask = (url, body, more = {}) => call(at(url), { body, ...more, headers: { Authorization: `Key ${key}`, ...more.headers } });
  return Object.assign(ask, {
    address,
    key,
    submit: (more = {}, endpoint = pika, query = '') => ask(`/${endpoint}${query}`, order(more)),
    cancel: ({ cancel_url: url }) => ask(url, undefined, { method: 'PUT' }),
  });
}

export const order = (more = {}) => ({ image_url: dataUri(), prompt: 'slow push in', ...more });

export const dataUri = (wishes) => `data:image/png;base64,${base64(wishes)}`;
