import { createHmac } from 'node:crypto';
import { base64, call } from '../support.mjs';

/** A caller of Kling with its API key; `body` given makes a POST. */
export function klingOf({ ready }) {
  const { address, key } = ready.providers.kling;
  const as =
    (token) =>
    (path, body, more = {}) =>
      call(address + path, { body, ...more, headers: { Authorization: `Bearer ${token}`, ...more.headers } });
  return Object.assign(as(key), {
    as,
    address,
    create: (more = {}, model = 'kling-3.0') => as(key)(`/image-to-video/${model}`, order(more)),
    createLegacy: (more = {}) =>
      as(key)('/v1/videos/image2video', { model_name: 'kling-v3', image: base64(), prompt: 'slow push in', ...more }),
    task: async (id) => (await as(key)(`/tasks?task_ids=${id}`)).body.data[0],
  });
}

/** A body that is right; `prompt` and `picture` are put in their places, other members as they are. */
export function order({ prompt = 'slow push in', picture = base64(), ...more } = {}) {
  return {
    contents: [
      { type: 'prompt', text: prompt },
      { type: 'first_frame', url: picture },
    ],
    ...more,
  };
}

export function jwt(now, { secret = 'sandbox-kling-secret-key', header = { alg: 'HS256', typ: 'JWT' }, ...claims } = {}) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(header)}.${part({ iss: 'sandbox-kling-access-key', exp: now + 1800, nbf: now - 5, ...claims })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
