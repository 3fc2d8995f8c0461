import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';
import { apiKey, postJson, secret, shop, standingClock, storeFor } from '../support.mjs';

const day = 24 * 3600_000;
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const offline = 'urn:shopify:params:oauth:token-type:offline-access-token';

/** A session token made here, apart from the store's own code. */
function jwt(claims, { key = secret, alg = 'HS256' } = {}) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

const claimsAt = (now, more = {}) => ({
  iss: `https://${shop}/admin`,
  dest: `https://${shop}`,
  aud: apiKey,
  sub: '1',
  exp: now / 1000 + 60,
  nbf: now / 1000,
  iat: now / 1000,
  jti: 'j',
  ...more,
});

const ask = (store, more) => postJson(store, '/admin/oauth/access_token', { client_id: apiKey, client_secret: secret, ...more });
const exchange = (store, token, more = {}) =>
  ask(store, {
    grant_type: exchangeGrant,
    subject_token: token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: offline,
    ...more,
  });
const refresh = (store, token) => ask(store, { grant_type: 'refresh_token', refresh_token: token });
const works = async (store, token) =>
  (await postJson(store, '/admin/api/2026-10/graphql.json', { query: '{ shop { name } }' }, { 'X-Shopify-Access-Token': token })).status ===
  200;

async function standing(t, settings) {
  const clock = standingClock();
  const store = await storeFor(t, settings, clock);
  return { clock, store, session: () => jwt(claimsAt(clock.now())) };
}

test('A session token is exchanged for a pair when expiring is 1, and for a lasting token otherwise', async (t) => {
  const { store, session } = await standing(t);

  const pair = (await exchange(store, session(), { expiring: '1' })).body;
  const lasting = (await exchange(store, session())).body;

  assert.match(pair.access_token, /^shpat_/);
  assert.match(pair.refresh_token, /^shprt_/);
  assert.deepEqual([pair.expires_in, pair.refresh_token_expires_in], [3600, 7776000]);
  assert.deepEqual(Object.keys(lasting), ['access_token', 'scope']);
  assert.ok(await works(store, pair.access_token));
});

test('Token requests come as JSON or as a form, and as nothing else', async (t) => {
  const { store, session } = await standing(t);
  const members = new URLSearchParams({
    client_id: apiKey,
    client_secret: secret,
    grant_type: exchangeGrant,
    subject_token: session(),
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: offline,
    expiring: '1',
  });
  const post = (headers) => fetch(`${store.address}/admin/oauth/access_token`, { method: 'POST', body: members.toString(), headers });

  assert.equal((await post({ 'Content-Type': 'application/x-www-form-urlencoded' })).status, 200);
  assert.equal((await post({ 'Content-Type': 'text/plain' })).status, 415);
});

const badTokens = [
  ['signed with another secret', (now) => jwt(claimsAt(now), { key: 'other' })],
  ['of another algorithm', (now) => jwt(claimsAt(now), { alg: 'none' })],
  ['that ended eleven seconds ago', (now) => jwt(claimsAt(now, { exp: now / 1000 - 11 }))],
  ['that begins in eleven seconds', (now) => jwt(claimsAt(now, { nbf: now / 1000 + 11 }))],
  ['for another app', (now) => jwt(claimsAt(now, { aud: 'other' }))],
  ['for another shop', (now) => jwt(claimsAt(now, { dest: 'https://other.myshopify.com' }))],
  ['whose issuer is not its destination', (now) => jwt(claimsAt(now, { iss: 'https://other.myshopify.com/admin' }))],
  ['that is none', () => 'a.b'],
];

for (const [what, make] of badTokens) {
  test(`A session token ${what} is invalid_subject_token`, async (t) => {
    const { store, clock } = await standing(t);

    const answer = await exchange(store, make(clock.now()), { expiring: '1' });

    assert.deepEqual([answer.status, answer.body.error], [400, 'invalid_subject_token']);
  });
}

test('Ten seconds are forgiven either way', async (t) => {
  const { store, clock } = await standing(t);
  const now = clock.now() / 1000;

  const late = await exchange(store, jwt(claimsAt(clock.now(), { exp: now - 9 })));
  const early = await exchange(store, jwt(claimsAt(clock.now(), { nbf: now + 9 })));

  assert.deepEqual([late.status, early.status], [200, 200]);
});

test('Wrong credentials, an uninstalled app and unknown grants are told by their error', async (t) => {
  const { store, session } = await standing(t);

  const secretless = await exchange(store, session(), { client_secret: 'other' });
  const stranger = await ask(store, { grant_type: 'password' });
  await postJson(store, '/_sandbox/uninstall', { shop });
  const uninstalled = await exchange(store, session());

  assert.equal(secretless.body.error, 'invalid_client');
  assert.equal(stranger.body.error, 'unsupported_grant_type');
  assert.equal(uninstalled.body.error, 'invalid_client');
});

test('An access token ends after an hour, a used refresh token serves until its replacement is used', async (t) => {
  const { store, clock, session } = await standing(t);
  const first = (await exchange(store, session(), { expiring: '1' })).body;
  clock.advance(3600_000);

  const dead = await works(store, first.access_token);
  const lost = (await refresh(store, first.refresh_token)).body;
  const second = (await refresh(store, first.refresh_token)).body;
  const lostOne = await refresh(store, lost.refresh_token);
  const third = (await refresh(store, second.refresh_token)).body;
  const old = await refresh(store, first.refresh_token);

  assert.equal(dead, false);
  assert.ok(await works(store, third.access_token));
  assert.ok(await works(store, second.access_token), 'an old access token keeps its own hour');
  assert.deepEqual([lostOne.status, lostOne.body.error], [400, 'invalid_grant']);
  assert.deepEqual([old.status, old.body.error], [400, 'invalid_grant']);
});

test('A retry with the old refresh token is good for 30 days, an unused one for 90', async (t) => {
  const { store, clock, session } = await standing(t);
  const first = (await exchange(store, session(), { expiring: '1' })).body;
  await refresh(store, first.refresh_token);

  clock.advance(30 * day - 1000);
  const inTime = await refresh(store, first.refresh_token);
  clock.advance(2000);
  const late = await refresh(store, first.refresh_token);
  clock.advance(90 * day);
  const unused = await refresh(store, inTime.body.refresh_token);

  assert.deepEqual([inTime.status, late.status, unused.status], [200, 400, 400]);
});

test('A new exchange ends the chain of before at once', async (t) => {
  const { store, session } = await standing(t);
  const first = (await exchange(store, session(), { expiring: '1' })).body;
  const second = (await exchange(store, session(), { expiring: '1' })).body;

  assert.equal((await refresh(store, first.refresh_token)).body.error, 'invalid_grant');
  assert.equal((await refresh(store, second.refresh_token)).status, 200);
});

test('From 2027 on a lasting token is refused, and can be traded for a pair once', async (t) => {
  const { store, session } = await standing(t, { refuseNonExpiringTokens: true });
  const lasting = (await exchange(store, session())).body.access_token;
  const migrate = () => exchange(store, lasting, { subject_token_type: offline, expiring: '1' });

  assert.equal(await works(store, lasting), false);
  assert.match((await migrate()).body.refresh_token, /^shprt_/);
  assert.equal((await migrate()).body.error, 'invalid_subject_token');
});

test('Opening the app sends the merchant there with a signed query and a token that can be exchanged', async (t) => {
  const { store } = await standing(t, { app: 'http://127.0.0.1:9' });

  const reply = await fetch(`${store.address}/_sandbox/launch?shop=${shop}`, { redirect: 'manual' });
  const url = new URL(reply.headers.get('location'));
  const query = new URLSearchParams(url.search);
  const hmac = query.get('hmac');
  query.delete('hmac');
  query.sort();

  assert.equal(reply.status, 302);
  assert.equal(url.origin, 'http://127.0.0.1:9');
  assert.equal(createHmac('sha256', secret).update(query.toString()).digest('hex'), hmac);
  assert.deepEqual(
    [query.get('embedded'), query.get('shop'), Buffer.from(query.get('host'), 'base64').toString()],
    ['1', shop, 'admin.shopify.com/store/dev-atelier'],
  );
  assert.equal((await exchange(store, query.get('id_token'), { expiring: '1' })).status, 200);
});

test('A removed app is installed again by opening it', async (t) => {
  const { store, session } = await standing(t);
  const { access_token: before } = (await exchange(store, session(), { expiring: '1' })).body;

  await postJson(store, '/_sandbox/uninstall', { shop });
  const gone = await works(store, before);
  await fetch(`${store.address}/_sandbox/launch?shop=${shop}`, { redirect: 'manual' });

  assert.equal(gone, false);
  assert.equal((await exchange(store, session(), { expiring: '1' })).status, 200);
});
