import { base64, call } from '../support.mjs';

/** A caller of the Gemini API with its key; `body` given makes a POST. */
export function googleOf({ ready }) {
  const { address, key } = ready.providers.google;
  const ask = (path, body, more = {}) => call(address + path, { body, ...more, headers: { 'x-goog-api-key': key, ...more.headers } });
  return Object.assign(ask, {
    address,
    create: (more = {}) => ask('/v1beta/interactions', order(more)),
    interaction: async (id) => (await ask(`/v1beta/interactions/${id}`)).body,
    download: (uri, headers = { 'x-goog-api-key': key }) => fetch(uri, { headers }),
  });
}

export const image = (more = {}) => ({ type: 'image', data: base64(), mime_type: 'image/png', ...more });

/** A body that is right; `prompt`, `images` and members of `format` are put in their places. */
export const order = ({ prompt = 'slow push in', images = [image()], format = {}, ...more } = {}) => ({
  model: 'gemini-omni-1.1-flash',
  input: [{ type: 'text', text: prompt }, ...images],
  response_format: { type: 'video', delivery: 'uri', aspect_ratio: '9:16', resolution: '720p', duration: '5s', ...format },
  background: true,
  store: true,
  ...more,
});
