import assert from 'node:assert/strict';
import test from 'node:test';
import { addProduct, adminOf, appFor, attachVideo, clip, photo, stageVideo, stateOf, storeFor, until, upload } from './support.mjs';

const whole = `query P($id: ID!) { product(id: $id) {
  id legacyResourceId title handle descriptionHtml vendor productType tags status updatedAt
  category { id name fullName isLeaf } collections(first: 20) { nodes { id title handle } } featuredMedia { id } mediaCount { count }
  media(first: 50, sortKey: POSITION) { nodes {
    id alt mediaContentType status mediaErrors { code message details } preview { status image { url width height } }
    ... on MediaImage { mimeType createdAt updatedAt image { url width height } imageSource: originalSource { url fileSize } }
    ... on Video { filename duration videoSource: originalSource { url width height format mimeType fileSize } sources { url width height format mimeType fileSize } }
    ... on ExternalVideo { host originUrl embedUrl } } pageInfo { hasNextPage endCursor } }
  variants(first: 20) { nodes { id title price selectedOptions { name value } media(first: 5) { nodes { id } } } } } }`;

test('A video goes from staged upload to READY beside the photo of a product', async (t) => {
  const app = await appFor(t);
  const store = await storeFor(t, { app: app.address });
  const admin = await adminOf(store);
  const product = await addProduct(store, {}, [{ name: 'dress.jpg', bytes: photo() }]);
  await until(async () => (await stateOf(store)).products[0].media[0].status === 'READY');
  const bytes = clip();

  const { target } = await stageVideo(admin, bytes.length);
  const uploaded = await upload(target, bytes);
  const attached = await attachVideo(admin, product.gid, target.resourceUrl);

  assert.deepEqual(uploaded, { status: 204, body: '' });
  assert.deepEqual(attached.data.productUpdate.userErrors, []);
  assert.equal(attached.data.productUpdate.product.media.nodes[1].status, 'UPLOADED');
  await until(async () => (await stateOf(store)).products[0].media[1].status === 'READY');
  const read = await admin(whole, { id: product.gid });
  assert.equal(read.errors, undefined, JSON.stringify(read.errors));
  const [image, video] = read.data.product.media.nodes;
  assert.equal(image.image.width, 300);
  assert.equal(video.duration, 1000);
  assert.equal(video.videoSource.fileSize, bytes.length);
  assert.deepEqual(Buffer.from(await (await fetch(video.videoSource.url)).arrayBuffer()), bytes);
  assert.equal((await fetch(video.preview.image.url)).headers.get('content-type'), 'image/jpeg');
  assert.ok(app.received.length >= 4, 'created, photo ready, attached, video ready');
});
