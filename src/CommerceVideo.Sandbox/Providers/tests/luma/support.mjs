import { base64, call } from '../support.mjs';

export const data = (wishes = {}) => ({ data: base64(wishes), media_type: wishes.kind === 'jpg' ? 'image/jpeg' : 'image/png' });

const caller =
  (address, key) =>
  (path, body, more = {}) =>
    call(address + path, { body, ...more, headers: { Authorization: `Bearer ${key}`, ...more.headers } });

/** A caller of the Agents API; `video` is merged into a body that is right. */
export function agentsOf({ ready }) {
  const ask = caller(`${ready.providers.luma.address}/v1`, ready.providers.luma.key);
  return Object.assign(ask, {
    create: (more, video, key) => ask('/generations', order(more, video), key ? { headers: { Authorization: `Bearer ${key}` } } : {}),
    generation: async (id) => (await ask(`/generations/${id}`)).body,
  });
}

/** A caller of the Dream Machine API. */
export function dreamMachineOf({ ready }) {
  const ask = caller(`${ready.providers.luma.address}/dream-machine/v1`, ready.providers.luma.legacyKey);
  return Object.assign(ask, {
    create: (more, url) => ask('/generations/video', legacyOrder(more, url)),
    generation: async (id) => (await ask(`/generations/${id}`)).body,
  });
}

export const order = (more = {}, video = {}) => ({
  model: 'ray-3.2',
  type: 'video',
  prompt: 'slow push in',
  aspect_ratio: '9:16',
  ...more,
  video: { resolution: '540p', duration: '5s', start_frame: data(), ...video },
});

export const legacyOrder = (more = {}, url = undefined) => ({
  model: 'ray-2',
  prompt: 'slow push in',
  aspect_ratio: '9:16',
  resolution: '540p',
  duration: '5s',
  ...(url ? { keyframes: { frame0: { type: 'image', url } } } : {}),
  ...more,
});
