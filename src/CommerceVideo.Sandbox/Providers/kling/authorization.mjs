import { createHmac, timingSafeEqual } from 'node:crypto';
import { refusal } from './errors.mjs';

export const credentials = {
  key: 'sandbox-kling-key',
  accessKey: 'sandbox-kling-access-key',
  secretKey: 'sandbox-kling-secret-key',
  webhookSecret: 'whsec_c2FuZGJveC1rbGluZy1zZWNyZXQtb2YtMzItYnl0ZXM=',
};

/** An API key opens everything, a JWT made of access key and secret key only what the legacy standard has. */
export function authorize({ req, url }, { clock }) {
  const given = req.headers.authorization;
  if (!given) {
    throw refusal(1001);
  }
  const token = /^Bearer (\S+)$/.exec(given)?.[1];
  if (!token) {
    throw refusal(1002);
  }
  if (token === credentials.key) {
    return;
  }
  if (token.split('.').length !== 3) {
    throw refusal(1002);
  }
  if (!url.pathname.startsWith('/v1/')) {
    throw refusal(1002, 'This API does not support AK/SK authentication');
  }
  judgeJwt(token, Math.floor(clock.now() / 1000));
}

function judgeJwt(token, now) {
  const [head, body, signature] = token.split('.');
  const right = createHmac('sha256', credentials.secretKey).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  const [header, claims] = [head, body].map(read);
  const { iss, exp, nbf, ...others } = claims ?? {};
  const wellFormed = header?.alg === 'HS256' && header.typ === 'JWT' && Number.isInteger(exp) && Number.isInteger(nbf);
  if (!wellFormed || Object.keys(others).length || given.length !== right.length || !timingSafeEqual(given, right)) {
    throw refusal(1002);
  }
  if (iss !== credentials.accessKey) {
    throw refusal(1000);
  }
  if (nbf > now) {
    throw refusal(1003);
  }
  if (exp <= now) {
    throw refusal(1004);
  }
}

function read(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
