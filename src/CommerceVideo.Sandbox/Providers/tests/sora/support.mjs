import { movableClock } from '../../clock.mjs';
import { base64, call, providersFor } from '../support.mjs';

const headers = { Authorization: 'Bearer sandbox-sora-key' };

/** Four days before its end. */
export const lastDays = Date.parse('2026-09-20T12:00:00Z');

export const soraThen = (t, settings = {}, startsAt = lastDays) =>
  providersFor(t, { only: ['sora'], ...settings }, movableClock(startsAt, { standing: true }));

export const dataUri = (wishes) => `data:image/png;base64,${base64({ size: '720x1280', ...wishes })}`;

/** A caller with the key; `body` given makes a POST. */
export function soraOf({ ready }) {
  const { address } = ready.providers.sora;
  const ask = (path, body, more = {}) => call(address + path, { body, ...more, headers: { ...headers, ...more.headers } });
  return Object.assign(ask, {
    address,
    create: (more = {}) => ask('/v1/videos', order(more)),
    video: async (id) => (await ask(`/v1/videos/${id}`)).body,
    content: (id) => new Request(`${address}/v1/videos/${id}/content`, { headers }),
  });
}

export const order = (more = {}) => ({
  model: 'sora-2',
  prompt: 'slow push in',
  seconds: '4',
  size: '720x1280',
  input_reference: { image_url: dataUri() },
  ...more,
});
