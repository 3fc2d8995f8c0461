import assert from 'node:assert/strict';
import test from 'node:test';
import { adminOf, addProduct, stageVideo, standingClock, storeFor } from '../support.mjs';

const dear = '{ products(first: 100) { nodes { id title featuredMedia { id } variants(first: 2) { nodes { id } } } } }';

test('Every answer tells its cost, and what was asked for and not used comes back', async (t) => {
  const store = await storeFor(t, {}, standingClock());
  const admin = await adminOf(store);
  await addProduct(store);

  const { extensions } = await admin(dear);

  const used = extensions.cost.actualQueryCost;
  assert.equal(extensions.cost.requestedQueryCost, 2 + 100 * (1 + 1 + 4));
  assert.equal(used, 2 + 1 + 2 + 1, 'one product, its variants and the one there is, no featured media');
  assert.deepEqual(extensions.cost.throttleStatus, { maximumAvailable: 2000, currentlyAvailable: 2000 - used, restoreRate: 100 });
});

test('A question beyond 1,000 points is MAX_COST_EXCEEDED and costs nothing', async (t) => {
  const admin = await adminOf(await storeFor(t, {}, standingClock()));

  const { errors, data } = await admin('{ products(first: 250) { nodes { id variants(first: 250) { nodes { id } } } } }');

  assert.equal(data, undefined);
  assert.equal(errors[0].extensions.code, 'MAX_COST_EXCEEDED');
  assert.equal((await admin('{ shop { name } }')).extensions.cost.throttleStatus.currentlyAvailable, 1999);
});

test('An empty bucket answers THROTTLED until the clock has filled it', async (t) => {
  const clock = standingClock();
  const store = await storeFor(t, {}, clock);
  const admin = await adminOf(store);
  store.world.buckets.take('dev-atelier.myshopify.com', 1999);

  const throttled = await admin(dear);
  clock.advance(5_000);
  const early = await admin(dear);
  clock.advance(2_000);
  const later = await admin(dear);

  assert.equal(throttled.errors[0].message, 'Throttled');
  assert.equal(throttled.errors[0].extensions.code, 'THROTTLED');
  assert.deepEqual(throttled.extensions.cost, {
    requestedQueryCost: 602,
    actualQueryCost: null,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1, restoreRate: 100 },
  });
  assert.equal(early.errors[0].extensions.code, 'THROTTLED');
  assert.equal(later.errors, undefined);
});

test('A staged upload costs the eleven points that were captured from Shopify', async (t) => {
  const { extensions } = await stageVideo(await adminOf(await storeFor(t, {}, standingClock())), 9);

  assert.equal(extensions.cost.requestedQueryCost, 11);
});

test('A file costs twenty, whether it is made or refused', async (t) => {
  const admin = await adminOf(await storeFor(t, {}, standingClock()));
  const create = 'mutation F($files: [FileCreateInput!]!) { fileCreate(files: $files) { files { id } userErrors { field message code } } }';
  const replace = async (file) =>
    await admin(create, { files: [{ originalSource: 'https://example.com/a.png', duplicateResolutionMode: 'REPLACE', ...file }] });

  const untyped = await replace({});
  const unnamed = await replace({ contentType: 'IMAGE' });

  assert.deepEqual([untyped.extensions.cost.requestedQueryCost, untyped.extensions.cost.actualQueryCost], [20, 20]);
  assert.equal(
    untyped.data.fileCreate.userErrors[0].message,
    "Duplicate resolution mode 'REPLACE' is not supported for 'MISSING' media type.",
  );
  assert.equal(unnamed.data.fileCreate.userErrors[0].code, 'MISSING_FILENAME_FOR_DUPLICATE_MODE_REPLACE');
});

test('A mutation costs ten points', async (t) => {
  const admin = await adminOf(await storeFor(t, {}, standingClock()));

  const { extensions } = await admin('mutation { fileDelete(fileIds: []) { deletedFileIds } }');

  assert.equal(extensions.cost.requestedQueryCost, 10);
});
