import assert from 'node:assert/strict';
import test from 'node:test';
import '@shopify/shopify-api/adapters/node';
import { LogSeverity, RequestedTokenType, shopifyApi } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { addProduct, apiKey, appFor, secret, shop, storeFor, until } from '../../../src/CommerceVideo.Sandbox/Store/tests/support.mjs';

const stores = new Map();

/** The vendor's client talks to https://{shop}; here that shop is a local store. */
setAbstractFetchFunc((address, options) => {
  const url = new URL(address);
  return fetch(`${stores.get(url.host)}/shops/${url.host}${url.pathname}${url.search}`, options);
});

const official = (apiSecretKey = secret) =>
  shopifyApi({
    apiKey,
    apiSecretKey,
    apiVersion: '2026-10',
    hostName: 'app.example.com',
    isEmbeddedApp: true,
    scopes: ['write_products'],
    logger: { level: LogSeverity.Error, log: () => {} },
    future: {},
  });

async function storeOf(t, name, settings = {}) {
  const store = await storeFor(t, { shops: [name], ...settings });
  stores.set(name, store.address);
  return { store, sessionToken: async () => (await fetch(`${store.address}/_sandbox/session-token?shop=${name}`)).text() };
}

const pairOf = async (name, sessionToken) =>
  (
    await official().auth.tokenExchange({
      shop: name,
      sessionToken: await sessionToken(),
      requestedTokenType: RequestedTokenType.OfflineAccessToken,
      expiring: true,
    })
  ).session;

test('The official client takes the session token of the store, and none signed otherwise', async (t) => {
  const { sessionToken } = await storeOf(t, 'session.myshopify.com');

  const claims = await official().session.decodeSessionToken(await sessionToken());

  assert.deepEqual([claims.aud, claims.dest, claims.iss], [apiKey, 'https://session.myshopify.com', 'https://session.myshopify.com/admin']);
  await assert.rejects(official('another secret').session.decodeSessionToken(await sessionToken()));
});

test('The official client exchanges, refreshes, and is refused a dead refresh token', async (t) => {
  const { sessionToken } = await storeOf(t, 'refresh.myshopify.com');
  const first = await pairOf('refresh.myshopify.com', sessionToken);
  const refresh = async (refreshToken) => (await official().auth.refreshToken({ shop: 'refresh.myshopify.com', refreshToken })).session;

  const second = await refresh(first.refreshToken);
  const third = await refresh(second.refreshToken);

  assert.equal(new Set([first.accessToken, second.accessToken, third.accessToken]).size, 3);
  assert.ok(first.expires > new Date() && first.refreshTokenExpires > first.expires);
  await assert.rejects(
    refresh(first.refreshToken),
    (problem) => problem.response?.body?.error === 'invalid_grant' || /invalid_grant|400/.test(JSON.stringify(problem)),
  );
});

test('The official client reads a product and sees refusals as GraphQL errors', async (t) => {
  const { store, sessionToken } = await storeOf(t, 'graphql.myshopify.com');
  const { gid } = await addProduct(store, { title: 'Seen by the vendor' });
  const client = new (official().clients.Graphql)({ session: await pairOf('graphql.myshopify.com', sessionToken) });

  const { data, extensions } = await client.request('query P($id: ID!) { product(id: $id) { title } }', { variables: { id: gid } });

  assert.equal(data.product.title, 'Seen by the vendor');
  assert.equal(extensions.cost.throttleStatus.maximumAvailable, 2000);
  await assert.rejects(client.request('{ shop { titel } }'), (problem) => /titel/.test(JSON.stringify(problem.body)));
});

test('The official check accepts a delivery as it came, and not one byte else', async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address });
  await addProduct(store, { title: 'Tested & <signed>/' });
  await until(() => app.received.length > 0);
  const [{ headers, text }] = app.received;
  const check = (rawBody) => official().webhooks.validate({ rawBody, rawRequest: { method: 'POST', url: '/webhooks', headers } });

  const accepted = await check(text);

  assert.deepEqual([accepted.valid, accepted.topic, accepted.domain, accepted.apiVersion], [true, 'PRODUCTS_CREATE', shop, '2026-10']);
  assert.equal((await check(`${text} `)).valid, false);
});

test('The official check accepts the query the app is opened with', async (t) => {
  const { store } = await storeOf(t, shop);
  const reply = await fetch(`${store.address}/_sandbox/launch?shop=${shop}`, { redirect: 'manual' });
  const query = Object.fromEntries(new URL(reply.headers.get('location')).searchParams);

  assert.equal(await official().utils.validateHmac(query), true);
  await assert.rejects(official().utils.validateHmac({ ...query, timestamp: '1' }));
  assert.equal(official().utils.sanitizeHost(query.host), query.host);
});
