import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import test from 'node:test';
import { Post, patience } from '../../webhooks/post.mjs';
import {
  addProduct,
  adminOf,
  appFor,
  attachVideo,
  clip,
  photo,
  postJson,
  secret,
  shop,
  stageVideo,
  stateOf,
  storeFor,
  until,
  upload,
} from '../support.mjs';

const topics = (app) => app.received.map(({ headers }) => headers['x-shopify-topic']);
const idsOf = (app) => app.received.map(({ headers }) => headers['x-shopify-webhook-id']);
const delivered = (store, count) =>
  until(async () => (await stateOf(store)).deliveries.filter(({ state }) => state === 'delivered').length >= count);

test("A delivery has Shopify's headers and is signed over its bytes with the oldest secret", async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address, secrets: [secret, 'newer'] });

  await addProduct(store, { title: 'A & B <i>/</i>' });
  await delivered(store, 1);

  const { headers, body, text } = app.received[0];
  assert.equal(headers['x-shopify-hmac-sha256'], createHmac('sha256', secret).update(body).digest('base64'));
  assert.deepEqual(
    [headers['x-shopify-topic'], headers['x-shopify-shop-domain'], headers['x-shopify-api-version'], headers['content-type']],
    ['products/create', shop, '2026-10', 'application/json'],
  );
  assert.match(headers['x-shopify-webhook-id'], /^[0-9a-f-]{36}$/);
  assert.match(headers['x-shopify-triggered-at'], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
  assert.ok(text.includes('"title":"A \\u0026 B \\u003ci\\u003e\\/\\u003c\\/i\\u003e"'), text);
  assert.equal((await stateOf(store)).deliveries[0].bodyBytes, body.length);
});

test('Ids go out as plain numbers a double cannot hold', async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address });

  const { id } = await addProduct(store);
  await delivered(store, 1);

  assert.notEqual(String(Number(id)), id);
  assert.ok(app.received[0].text.includes(`"id":${id},"product_type"`));
});

test('A new product is told with its media still on the way, and again when it is READY', async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address });

  await addProduct(store, {}, [{ name: 'a.jpg', bytes: photo() }]);
  await delivered(store, 2);

  const [created, updated] = ['products/create', 'products/update'].map((topic) =>
    JSON.parse(app.received[topics(app).indexOf(topic)].text),
  );
  assert.deepEqual([created.images, created.media[0].status, created.media[0].preview_image.src], [[], 'PROCESSING', null]);
  assert.deepEqual([updated.images.length, updated.media[0].status, updated.images[0].width], [1, 'READY', 300]);
  assert.notEqual(updated.images[0].id, updated.media[0].id);
});

test('The app hears of its own video twice: attached and READY', async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address });
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);
  const { target } = await stageVideo(admin, clip().length);
  await upload(target, clip());

  await attachVideo(admin, gid, target.resourceUrl);
  await delivered(store, 3);

  const media = app.received.map(({ text }) => JSON.parse(text).media[0]);
  assert.deepEqual(
    media
      .slice(1)
      .map(({ status, media_content_type }) => [status, media_content_type])
      .sort(),
    [
      ['READY', 'VIDEO'],
      ['UPLOADED', 'VIDEO'],
    ],
  );
});

test('A product that goes is told by its id alone', async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address });
  const { id } = await addProduct(store);

  await fetch(`${store.address}/_sandbox/products/${id}`, { method: 'DELETE' });
  await delivered(store, 2);

  assert.deepEqual(app.received.map(({ text }) => text).at(topics(app).indexOf('products/delete')), `{"id":${id}}`);
});

test('What is not a 2xx is sent again eight times, the same bytes under the same id', async (t) => {
  const app = await appFor(t, (count) => (count % 2 ? 500 : 302));
  const store = await storeFor(t, { app: app.address });

  await addProduct(store);
  const [delivery] = await until(
    async () => (await stateOf(store)).deliveries.filter(({ state }) => state === 'given up').length && (await stateOf(store)).deliveries,
  );

  assert.deepEqual([delivery.tries, delivery.answers], [9, [500, 302, 500, 302, 500, 302, 500, 302, 500]]);
  assert.equal(new Set(idsOf(app)).size, 1);
  assert.equal(new Set(app.received.map(({ text }) => text)).size, 1);
});

test('An app that comes up late still gets its delivery', async (t) => {
  const app = await appFor(t, (count) => (count < 3 ? 503 : 202));
  const store = await storeFor(t, { app: app.address });

  await addProduct(store);
  await delivered(store, 1);

  const [delivery] = (await stateOf(store)).deliveries;
  assert.deepEqual([delivery.answers, delivery.deliveredAt !== null], [[503, 503, 202], true]);
});

test('An app that takes the connection and never answers is given up on', async (t) => {
  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  t.after(() => silent.close());
  const post = new Post({ connect: 1000, total: 40 });
  t.after(() => post.close());

  const answer = await post.send(`http://127.0.0.1:${silent.address().port}/webhooks`, {}, Buffer.from('{}'));

  assert.equal(answer, 'timeout');
  assert.deepEqual(patience, { connect: 1000, total: 5000 });
});

test('Lost, doubled and reordered deliveries happen as asked', async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address });
  const fault = (asked) => postJson(store, '/_sandbox/faults', asked);

  await fault({ webhooksLost: 1 });
  await addProduct(store, { title: 'lost' });
  await fault({ webhooksDuplicated: 1 });
  await addProduct(store, { title: 'twice' });
  await until(() => app.received.length === 2);
  await fault({ webhooksReordered: 2 });
  await addProduct(store, { title: 'first' });
  await addProduct(store, { title: 'second' });
  await until(() => app.received.length === 4);

  assert.deepEqual(
    app.received.map(({ text }) => JSON.parse(text).title),
    ['twice', 'twice', 'second', 'first'],
  );
  assert.equal(idsOf(app)[0], idsOf(app)[1]);
  assert.equal((await stateOf(store)).deliveries[0].state, 'lost');
});

test('A seeded rate doubles the same deliveries each time', async (t) => {
  const doubled = async () => {
    const app = await appFor(t);
    const store = await storeFor(t, { app: app.address, duplicateRate: 0.5, seed: 7 });
    for (let count = 0; count < 8; count++) {
      await addProduct(store, { title: `P${count}` });
    }
    await until(async () => (await stateOf(store)).deliveries.every(({ state }) => state === 'delivered') && app.received.length >= 9);
    await store.stop();
    return app.received
      .map(({ text }) => JSON.parse(text).title)
      .sort()
      .join();
  };

  const [one, two] = [await doubled(), await doubled()];

  assert.equal(one, two);
  assert.ok(one.split(',').length > 8 && one.split(',').length < 16, one);
});

test('Nothing is sent to an app that is not installed, and its removal is told when asked for', async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address, topics: ['products/create', 'app/uninstalled'] });

  await postJson(store, '/_sandbox/uninstall', { shop });
  await addProduct(store);
  await delivered(store, 1);

  assert.deepEqual(topics(app), ['app/uninstalled']);
  assert.equal(JSON.parse(app.received[0].text).myshopify_domain, shop);
  assert.equal((await stateOf(store)).deliveries.length, 1);
});
