import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { answer } from '../frame/server.mjs';
import { output } from './output.mjs';

export const jwksPath = '/.well-known/jwks.json';

const user = 'sandbox-fal-user';
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key pair that belongs to a secret: any text makes one, and always the same. */
function privateKey(secret) {
  const seed = createHash('sha256').update(secret).digest();
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

/** `GET /.well-known/jwks.json`: the public half of every secret that is good at present. */
export function jwks({ secrets }, request) {
  const keys = secrets.map((secret) => {
    const { kty, crv, x } = createPublicKey(privateKey(secret)).export({ format: 'jwk' });
    return { kty, crv, x, kid: createHash('sha256').update(x).digest('hex').slice(0, 8) };
  });
  answer(request, 200, { keys });
}

/** Signed with the first secret, unsigned when there is none. */
export function callbackHeaders([secret], id, seconds, body) {
  if (!secret) {
    return {};
  }
  const { request_id: request } = JSON.parse(body);
  const hash = createHash('sha256').update(body).digest('hex');
  const message = [request, user, seconds, hash].join('\n');
  return {
    'X-Fal-Webhook-Request-Id': request,
    'X-Fal-Webhook-User-Id': user,
    'X-Fal-Webhook-Timestamp': String(seconds),
    'X-Fal-Webhook-Signature': sign(null, Buffer.from(message), privateKey(secret)).toString('hex'),
  };
}

export function callbackBody(job, house) {
  const ids = { request_id: job.id, gateway_request_id: job.id };
  if (job.state === 'failed') {
    return { ...ids, status: 'ERROR', error: job.plan.fails.error, payload: job.plan.fails.body };
  }
  return { ...ids, status: 'OK', payload: job.state === 'succeeded' ? output(job, house) : null };
}
