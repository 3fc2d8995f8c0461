import { createSign } from 'node:crypto';
import { base64, call } from '../support.mjs';

const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** A caller of Vertex with a ready token; `body` given makes a POST. */
export function vertexOf({ ready }) {
  const { address, accessToken, project } = ready.providers.vertex;
  const model = (name, of = project) => `/v1/projects/${of}/locations/us-central1/publishers/google/models/${name}`;
  const ask = (path, body, token = accessToken) => call(address + path, { body, headers: { Authorization: `Bearer ${token}` } });
  return Object.assign(ask, {
    address,
    model,
    create: (more = {}) => ask(`${model('veo-3.1-generate-001')}:predictLongRunning`, order(more)),
    operation: async (name) => (await ask(`${model('veo-3.1-generate-001')}:fetchPredictOperation`, { operationName: name })).body,
    exchange: (assertion, more = {}) =>
      call(`${address}/token`, {
        body: new URLSearchParams({ grant_type: grant, assertion, ...more }).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
  });
}

export const image = (more = {}) => ({ bytesBase64Encoded: base64(), mimeType: 'image/png', ...more });

/** A body that is right; members of `instance` and `parameters` are put in their places. */
export const order = ({ prompt = 'slow push in', instance = {}, parameters = {} } = {}) => ({
  instances: [{ prompt, image: image(), ...instance }],
  parameters: { aspectRatio: '9:16', durationSeconds: 4, resolution: '720p', generateAudio: false, sampleCount: 1, ...parameters },
});

export function jwt({ ready }, now, { header = { alg: 'RS256', typ: 'JWT' }, ...claims } = {}) {
  const { address, key } = ready.providers.vertex;
  const account = JSON.parse(key);
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const usual = {
    iss: account.client_email,
    scope: 'https://www.googleapis.com/auth/cloud-platform',
    aud: `${address}/token`,
    iat: now,
    exp: now + 3600,
  };
  const signed = `${part({ kid: account.private_key_id, ...header })}.${part({ ...usual, ...claims })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(account.private_key, 'base64url')}`;
}
