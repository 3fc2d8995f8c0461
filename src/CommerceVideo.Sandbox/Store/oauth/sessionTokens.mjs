import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

const lifeSeconds = 60;
const leewaySeconds = 10;
export const userId = '96443621';

const encode = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** The token the admin hands to the app's page: HS256 with the client secret, good for 60 seconds. */
export function issueSessionToken({ shop, apiKey, secret, now }) {
  const at = Math.floor(now / 1000);
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  const claims = encode({
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: apiKey,
    sub: userId,
    exp: at + lifeSeconds,
    nbf: at,
    iat: at,
    jti: randomUUID(),
    sid: randomUUID(),
    sig: randomBytes(32).toString('hex'),
  });
  return `${head}.${claims}.${sign(`${head}.${claims}`, secret).toString('base64url')}`;
}

/** Null when the token is one of ours, live, for this app and shop; otherwise what is wrong with it. */
export function sessionTokenProblem(token, { shop, apiKey, secrets, now }) {
  const parts = typeof token === 'string' ? token.split('.') : [];
  if (parts.length !== 3) {
    return 'not a JWT';
  }
  const [head, claims] = parts.slice(0, 2).map(decode);
  if (head?.alg !== 'HS256') {
    return 'not signed with HS256';
  }
  if (!secrets.some((secret) => matches(sign(`${parts[0]}.${parts[1]}`, secret), Buffer.from(parts[2], 'base64url')))) {
    return 'the signature does not match';
  }
  const at = now / 1000;
  if (!(claims.exp > at - leewaySeconds)) {
    return 'expired';
  }
  if (!(claims.nbf <= at + leewaySeconds)) {
    return 'not valid yet';
  }
  if (claims.aud !== apiKey) {
    return 'for another app';
  }
  return hostOf(claims.dest) === shop && hostOf(claims.iss) === shop ? null : 'for another shop';
}

function sign(text, secret) {
  return createHmac('sha256', secret).update(text).digest();
}

function matches(a, b) {
  return a.length === b.length && timingSafeEqual(a, b);
}

function decode(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function hostOf(address) {
  return String(address ?? '')
    .replace(/^https:\/\//, '')
    .split('/')[0];
}
