import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { adminOf, appFor, photo, secret, shop, stateOf, storeFor, temporaryFolder, until } from '../support.mjs';

const headers = {
  'X-Shopify-Topic': 'products/create',
  'X-Shopify-Shop-Domain': shop,
  'X-Shopify-API-Version': '2026-10',
  'X-Shopify-Webhook-Id': 'b54557e4-bdd9-4b37-8a5f-000000000001',
  'X-Shopify-Triggered-At': '2026-11-20T14:15:00.123456789Z',
};
const id = '9007199254740993';

const body = (media, more = '') =>
  `{"admin_graphql_api_id":"gid:\\/\\/shopify\\/Product\\/${id}","id":${id},"title":"\u05e9\u05de\u05dc\u05d4","handle":"dress","status":"active","tags":"a, b","variants":[{"id":9007199254740995,"title":"S","price":"10.00","position":1,"option1":"S","image_id":null}],"options":[{"name":"Size","id":1,"position":1,"values":["S"]}],"images":[],"image":null,"media":[${media}]${more}}`;
const media = (number, src, status = 'READY') =>
  `{"id":${number},"position":1,"alt":null,"status":"${status}","media_content_type":"IMAGE","preview_image":{"width":null,"height":null,"src":${src === null ? 'null' : `"https:\\/\\/cdn.shopify.com\\/s\\/files\\/1\\/1\\/1\\/files\\/${src}?v=1"`},"status":"${status}"}}`;

async function send(store, text, more = {}, query = '') {
  const form = new FormData();
  form.append('body', new Blob([text]), 'body.json');
  form.append('headers', new Blob([JSON.stringify({ ...headers, ...more })]), 'headers.json');
  const reply = await fetch(`${store.address}/_sandbox/webhook-bodies${query}`, { method: 'POST', body: form });
  return { status: reply.status, ...(await reply.json()) };
}

test('The product of a body exists with its own ids and the bytes go out as they are', async (t) => {
  const photos = temporaryFolder(t);
  mkdirSync(join(photos, 'awkward'));
  writeFileSync(join(photos, 'awkward', 'dress one.jpg'), photo());
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address, photos: [photos] });
  const text = body(
    `${media('9007199254740997', 'dress%20one.jpg')},${media('9007199254740999', 'missing.jpg').replace('"position":1', '"position":2')}`,
  );

  const sent = await send(store, text);
  await until(() => app.received.length === 1);
  const { data } = await (
    await adminOf(store)
  )(
    'query P($id: ID!) { product(id: $id) { title tags media(first: 5) { nodes { id status mediaErrors { code } ... on MediaImage { image { width url } } } } variants(first: 1) { nodes { id } } } }',
    { id: sent.gid },
  );

  assert.equal(sent.id, id);
  assert.equal(app.received[0].text, text);
  assert.equal(app.received[0].headers['x-shopify-hmac-sha256'], createHmac('sha256', secret).update(text).digest('base64'));
  assert.deepEqual(
    Object.entries(headers).map(([name]) => app.received[0].headers[name.toLowerCase()]),
    Object.values(headers),
  );
  assert.equal(data.product.title, '\u05e9\u05de\u05dc\u05d4');
  assert.deepEqual(data.product.variants.nodes, [{ id: 'gid://shopify/ProductVariant/9007199254740995' }]);
  assert.deepEqual(
    data.product.media.nodes.map(({ id: gid, status }) => [gid, status]),
    [
      ['gid://shopify/MediaImage/9007199254740997', 'READY'],
      ['gid://shopify/MediaImage/9007199254740999', 'FAILED'],
    ],
  );
  assert.equal((await fetch(data.product.media.nodes[0].image.url)).status, 200);
});

test('Media without a source waits, PROCESSING, for the body that names it', async (t) => {
  const photos = temporaryFolder(t);
  writeFileSync(join(photos, 'late.jpg'), photo());
  const store = await storeFor(t, { photos: [photos] });
  const status = async () => (await stateOf(store)).products[0].media.map(({ status: one }) => one);

  await send(store, body(media('77', null, 'PROCESSING')), {}, '?deliver=false');
  const first = await status();
  await send(store, body(media('77', 'late.jpg')), { 'X-Shopify-Topic': 'products/update' }, '?deliver=false');

  assert.deepEqual([first, await status()], [['PROCESSING'], ['READY']]);
  assert.deepEqual((await stateOf(store)).deliveries, []);
});

test('A broken body makes nothing and is sent all the same', async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address });

  const sent = await send(store, '{"id":12,"title"');
  await until(() => app.received.length === 1);

  assert.deepEqual([sent.status, sent.id, app.received[0].text], [201, null, '{"id":12,"title"']);
  assert.deepEqual((await stateOf(store)).products, []);
});

const samples = process.env.COMMERCEVIDEO_SAMPLES ?? new URL('../../../../../../shared/samples', import.meta.url).pathname;

test(
  'The sample bodies make their products, whole',
  { skip: existsSync(join(samples, 'webhooks')) ? false : 'the samples are not here' },
  async (t) => {
    const app = await appFor(t);
    const store = await storeFor(t, { app: app.address, photos: [join(samples, 'photos')] });
    const names = readdirSync(join(samples, 'webhooks'))
      .filter((name) => /^0[1-6].*(?<!headers)\.json$/.test(name))
      .sort();

    for (const name of names) {
      await send(
        store,
        readFileSync(join(samples, 'webhooks', name)),
        JSON.parse(readFileSync(join(samples, 'webhooks', name.replace('.json', '.headers.json')), 'utf8')),
      );
    }
    await until(() => app.received.length === names.length);

    const { products } = await stateOf(store);
    assert.deepEqual(
      products.map(({ media: all }) => all.length),
      [2, 2, 2, 0, 2, 6],
    );
    assert.ok(products.every(({ media: all }) => all.every(({ status, bytes }) => status === 'READY' && bytes > 0)));
  },
);
