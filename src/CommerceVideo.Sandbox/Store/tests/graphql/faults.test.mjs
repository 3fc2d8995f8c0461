import assert from 'node:assert/strict';
import test from 'node:test';
import { addProduct, adminOf, attachVideo, clip, postJson, stageVideo, stateOf, storeFor, until, upload } from '../support.mjs';

const fault = (store, asked) => postJson(store, '/_sandbox/faults', asked);

test('A mutation whose answer is lost was done', async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);
  const { target } = await stageVideo(admin, clip().length);
  await upload(target, clip());
  await fault(store, { graphqlAnswersLost: 1 });

  const read = await admin('{ shop { name } }');
  await assert.rejects(attachVideo(admin, gid, target.resourceUrl));

  assert.ok(read.data.shop.name, 'a query loses no answer');
  assert.equal((await stateOf(store)).products[0].media.length, 1);
  assert.deepEqual((await attachVideo(admin, gid, target.resourceUrl)).data.productUpdate.userErrors.length, 1);
});

test('An upload whose answer is lost was stored', async (t) => {
  const store = await storeFor(t);
  const { target } = await stageVideo(await adminOf(store), 5);
  await fault(store, { uploadAnswersLost: 1 });

  await assert.rejects(upload(target, Buffer.from('12345')));

  assert.equal((await stateOf(store)).stagedUploads[0].bytes, 5);
  assert.equal((await upload(target, Buffer.from('12345'))).status, 204);
});

test('Calls are throttled or fail as often as asked, and then no more', async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  await fault(store, { graphqlThrottled: 1, graphqlFails: 1 });

  const failed = await admin('{ shop { name } }');
  const throttled = await admin('{ shop { name } }');
  const fine = await admin('{ shop { name } }');

  assert.deepEqual(failed, { errors: 'Internal Server Error' });
  assert.equal(throttled.errors[0].extensions.code, 'THROTTLED');
  assert.equal(fine.errors, undefined);
});

test('Media of a name fails with the code asked for', async (t) => {
  const store = await storeFor(t);
  await fault(store, { mediaFails: [{ filename: 'bad', code: 'VIDEO_VALIDATION_ERROR' }] });
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);
  const { target } = await stageVideo(admin, clip().length, { filename: 'bad-one.mp4' });
  await upload(target, clip());
  await attachVideo(admin, gid, target.resourceUrl);

  const media = await until(async () => (await stateOf(store)).products[0].media.find(({ status }) => status === 'FAILED'));

  assert.equal(media.errors[0].code, 'VIDEO_VALIDATION_ERROR');
});

test('A fault nobody knows is refused by name', async (t) => {
  const store = await storeFor(t);

  const answer = await fault(store, { webhooksEaten: 1 });

  assert.deepEqual([answer.status, answer.body.errors], [422, 'unknown: webhooksEaten']);
});
