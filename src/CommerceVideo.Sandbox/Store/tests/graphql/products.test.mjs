import assert from 'node:assert/strict';
import test from 'node:test';
import { addProduct, adminOf, standingClock, storeFor } from '../support.mjs';

test('Products are found by when they changed, page by page', async (t) => {
  const clock = standingClock(Date.parse('2026-11-22T12:00:00Z'));
  const store = await storeFor(t, {}, clock);
  const admin = await adminOf(store);
  await addProduct(store, { title: 'Old' });
  clock.advance(3600_000);
  await addProduct(store, { title: 'New A' });
  await addProduct(store, { title: 'New B' });
  const page = (after) =>
    admin(
      `query Q($q: String, $after: String) { products(first: 1, after: $after, query: $q, sortKey: UPDATED_AT) { nodes { title updatedAt } pageInfo { hasNextPage endCursor } } }`,
      { q: "updated_at:>='2026-11-22T13:00:00Z'", after },
    );

  const first = (await page(null)).data.products;
  const second = (await page(first.pageInfo.endCursor)).data.products;

  assert.deepEqual([first.nodes[0].title, first.pageInfo.hasNextPage], ['New A', true]);
  assert.deepEqual([second.nodes[0].title, second.pageInfo.hasNextPage], ['New B', false]);
  assert.equal(first.nodes[0].updatedAt, '2026-11-22T13:00:00Z');
});

test('Ids are beyond 2^53 and survive as text', async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  const made = await addProduct(store);

  const { data } = await admin('query Q($id: ID!) { product(id: $id) { id legacyResourceId } }', { id: made.gid });

  assert.ok(BigInt(made.id) > 2n ** 53n);
  assert.deepEqual(data.product, { id: made.gid, legacyResourceId: made.id });
});

test('What is not there is null, what is no id is an error', async (t) => {
  const admin = await adminOf(await storeFor(t));

  const missing = await admin(
    '{ product(id: "gid://shopify/Product/1") { id } node(id: "gid://shopify/Video/1") { id } nodes(ids: ["gid://shopify/Video/1"]) { id } job(id: "gid://shopify/Job/1") { done } }',
  );
  const wrong = await admin('{ product(id: "1") { id } }');

  assert.deepEqual(missing.data, { product: null, node: null, nodes: [null], job: null });
  assert.match(wrong.errors[0].message, /^Invalid global id '1'/);
});

test('productUpdate changes what it names and says when there is no such product', async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  const { gid } = await addProduct(store, { tags: 'red, new' });
  const update = (id, title) =>
    admin('mutation U($p: ProductUpdateInput!) { productUpdate(product: $p) { product { title tags } userErrors { field message } } }', {
      p: { id, title },
    });

  assert.deepEqual((await update(gid, 'Renamed')).data.productUpdate, {
    product: { title: 'Renamed', tags: ['red', 'new'] },
    userErrors: [],
  });
  assert.deepEqual((await update(gid, ' ')).data.productUpdate.userErrors, [{ field: ['title'], message: "Title can't be blank" }]);
  assert.deepEqual((await update('gid://shopify/Product/1', 'x')).data.productUpdate, {
    product: null,
    userErrors: [{ field: ['id'], message: 'Product does not exist' }],
  });
});

test("Metafields are the app's own, compare before they set, and are read back resolved", async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);
  const set = (more) =>
    admin(
      'mutation M($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { namespace value compareDigest } userErrors { field code } } }',
      { m: [{ ownerId: gid, key: 'video_state', type: 'json', value: '{"a":1}', ...more }] },
    );

  const first = (await set({})).data.metafieldsSet;
  const stale = (await set({ compareDigest: 'other', value: '{}' })).data.metafieldsSet;
  const broken = (await set({ value: '{' })).data.metafieldsSet;
  const read = await admin('query Q($id: ID!) { product(id: $id) { metafield(namespace: "$app", key: "video_state") { value } } }', {
    id: gid,
  });

  assert.match(first.metafields[0].namespace, /^app--\d+$/);
  assert.equal(stale.userErrors[0].code, 'STALE_OBJECT');
  assert.equal(broken.userErrors[0].code, 'INVALID_VALUE');
  assert.equal(read.data.product.metafield.value, '{"a":1}');
});

test('The installation tells the granted scopes, the shop its plan', async (t) => {
  const admin = await adminOf(await storeFor(t, { scopes: ['write_products'], plan: 'plus' }));

  const { data } = await admin(
    '{ currentAppInstallation { accessScopes { handle } } shop { myshopifyDomain plan { publicDisplayName shopifyPlus } } }',
  );

  assert.deepEqual(data.currentAppInstallation.accessScopes, [{ handle: 'write_products' }]);
  assert.deepEqual(data.shop.plan, { publicDisplayName: 'Plus', shopifyPlus: true });
});
