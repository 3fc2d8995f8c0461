import { createVerify, randomBytes } from 'node:crypto';
import { readBytes } from '../frame/bodies.mjs';
import { Refused } from '../frame/refused.mjs';
import { answer } from '../frame/server.mjs';
import { accessToken, account, keys } from './account.mjs';

const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const scope = 'https://www.googleapis.com/auth/cloud-platform';
const longest = 3600;
const skew = 300;
const kind = 'token:vertex';

const refuse = (description, error = 'invalid_grant') => new Refused(400, { error, error_description: description });

/** `POST /token`, as oauth2.googleapis.com: a JWT that the account signed for this very address, for a token of an hour. */
export async function exchange(house, request) {
  const { req } = request;
  if (!/^application\/x-www-form-urlencoded/i.test(req.headers['content-type'] ?? '')) {
    throw refuse('The body is application/x-www-form-urlencoded', 'invalid_request');
  }
  const form = new URLSearchParams((await readBytes(req, 16_384)).toString('utf8'));
  if (form.get('grant_type') !== grant) {
    throw refuse('Invalid grant_type', 'unsupported_grant_type');
  }
  judge(form.get('assertion') ?? '', `http://${req.headers.host}/token`, Math.floor(house.clock.now() / 1000));
  const token = `ya29.c.${randomBytes(32).toString('base64url')}`;
  house.records.put(kind, token, { id: token, endsAt: house.clock.now() + longest * 1000 });
  answer(request, 200, { access_token: token, expires_in: longest - 1, token_type: 'Bearer' });
}

export function isToken(house, token) {
  const given = house.records.get(kind, token);
  return token === accessToken || (given && house.clock.now() < given.endsAt);
}

function judge(assertion, address, now) {
  const [head, body, signature] = assertion.split('.');
  const [header, claims] = [head, body].map(read);
  const signed = Buffer.from(signature ?? '', 'base64url');
  const good = createVerify('RSA-SHA256').update(`${head}.${body}`).verify(keys().publicKey, signed);
  if (header?.alg !== 'RS256' || (header.kid && header.kid !== account.private_key_id) || !good) {
    throw refuse('Invalid JWT Signature.');
  }
  const { iss, aud, iat, exp } = claims;
  if (iss !== account.client_email || claims.scope !== scope) {
    throw refuse('Invalid JWT: issuer or scope.');
  }
  if (aud !== address) {
    throw refuse('Invalid JWT: Failed audience check.');
  }
  if (!(Math.abs(now - iat) <= skew) || !(exp > now) || exp - iat > longest) {
    throw refuse('Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.');
  }
}

function read(part) {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
