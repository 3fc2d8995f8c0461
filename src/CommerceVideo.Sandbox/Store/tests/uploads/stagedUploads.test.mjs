import assert from 'node:assert/strict';
import test from 'node:test';
import { adminOf, photo, stageVideo, standingClock, stateOf, storeFor, upload } from '../support.mjs';

const bytes = Buffer.from('exactly these bytes');

test('A video target carries its parameters in order and a policy for the exact size', async (t) => {
  const store = await storeFor(t);
  const { target, userErrors } = await stageVideo(await adminOf(store), 1234);

  const policy = JSON.parse(Buffer.from(target.parameters[2].value, 'base64'));

  assert.deepEqual(userErrors, []);
  assert.deepEqual(
    target.parameters.map(({ name }) => name),
    ['GoogleAccessId', 'key', 'policy', 'signature'],
  );
  assert.match(target.resourceUrl, /\?external_video_id=\d+$/);
  assert.deepEqual(policy.conditions[2], ['content-length-range', 1234, 1234]);
  assert.deepEqual(policy.conditions[1], ['eq', '$key', target.parameters[1].value]);
});

test('A video without its size gets no target, an image of an unknown kind neither', async (t) => {
  const admin = await adminOf(await storeFor(t));

  const video = await stageVideo(admin, 1, { fileSize: null });
  const image = await stageVideo(admin, 1, { filename: 'a.bmp', mimeType: 'image/bmp', resource: 'IMAGE' });

  assert.deepEqual(video.target, { url: null, resourceUrl: null, parameters: [] });
  assert.deepEqual(video.userErrors, [{ field: ['input', '0', 'fileSize'], message: 'file size is required for video resources' }]);
  assert.deepEqual(image.userErrors, [{ field: ['input', '0', 'mimeType'], message: 'a.bmp: (image/bmp) is not a recognized format' }]);
});

test('The exact bytes after all parameters are 204, and kept', async (t) => {
  const store = await storeFor(t);
  const { target } = await stageVideo(await adminOf(store), bytes.length);

  const answer = await upload(target, bytes);

  assert.deepEqual(answer, { status: 204, body: '' });
  const [staged] = (await stateOf(store)).stagedUploads;
  assert.deepEqual([staged.bytes, staged.used], [bytes.length, false]);
});

const refusals = [
  ['a byte more', { sent: Buffer.concat([bytes, Buffer.from('!')]) }, 400, 'EntityTooLarge'],
  ['a byte less', { sent: bytes.subarray(1) }, 400, 'EntityTooSmall'],
  ['the file first', { order: (fields) => [fields.at(-1), ...fields.slice(0, -1)] }, 400, 'InvalidArgument'],
  ['a field after the file', { order: (fields) => [...fields, ['late', 'x']] }, 400, 'InvalidArgument'],
  ['a parameter left out', { order: (fields) => fields.filter(([name]) => name !== 'GoogleAccessId') }, 403, 'AccessDenied'],
  [
    'another key',
    { order: (fields) => fields.map(([name, value]) => [name, name === 'key' ? 'c/o/v/other.mp4' : value]) },
    403,
    'AccessDenied',
  ],
  [
    'another policy',
    { order: (fields) => fields.map(([name, value]) => [name, name === 'policy' ? Buffer.from('{}').toString('base64') : value]) },
    403,
    'SignatureDoesNotMatch',
  ],
  ['a field the policy does not know', { order: (fields) => [['Content-Type', 'video/mp4'], ...fields] }, 403, 'AccessDenied'],
  ['no file', { order: (fields) => fields.slice(0, -1) }, 400, 'InvalidArgument'],
];

for (const [what, { sent = bytes, order }, status, code] of refusals) {
  test(`An upload with ${what} is ${status} ${code}, and nothing is kept`, async (t) => {
    const store = await storeFor(t);
    const { target } = await stageVideo(await adminOf(store), bytes.length);

    const answer = await upload(target, sent, order ? { order } : {});

    assert.equal(answer.status, status, answer.body);
    assert.match(answer.body, new RegExp(`<Code>${code}</Code>`));
    assert.equal((await stateOf(store)).stagedUploads[0].sha256, null);
  });
}

test('A target is closed an hour later', async (t) => {
  const clock = standingClock();
  const store = await storeFor(t, {}, clock);
  const { target } = await stageVideo(await adminOf(store), bytes.length);
  clock.advance(3600_000);

  const answer = await upload(target, bytes);

  assert.deepEqual([answer.status, /Policy expired/.test(answer.body)], [403, true]);
});

test('A body that is no form, or ends early, is 400', async (t) => {
  const store = await storeFor(t);
  const { target } = await stageVideo(await adminOf(store), bytes.length);
  const send = async (body, type) => (await fetch(target.url, { method: 'POST', body, headers: { 'Content-Type': type } })).status;

  assert.equal(await send('x', 'text/plain'), 400);
  assert.equal(await send('--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nc/o/v', 'multipart/form-data; boundary=b'), 400);
  assert.equal(await send(bytes, 'multipart/form-data; boundary=b'), 400);
});

test('A video is not put, only posted', async (t) => {
  const store = await storeFor(t);
  const { target } = await stageVideo(await adminOf(store), bytes.length);

  const put = await fetch(target.url, { method: 'PUT', body: bytes });

  assert.equal(put.status, 405);
});

test('An image goes up by form with 201, or is put with the signed type', async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  const image = { filename: 'a.jpg', mimeType: 'image/jpeg', resource: 'IMAGE' };
  const form = (await stageVideo(admin, 1, { ...image, httpMethod: 'POST' })).target;
  const signed = (await stageVideo(admin, 1, { ...image, httpMethod: 'PUT' })).target;
  const put = async (type, url = signed.url) =>
    (await fetch(url, { method: 'PUT', body: photo(), headers: { 'Content-Type': type } })).status;

  assert.deepEqual(
    form.parameters.map(({ name }) => name),
    [
      'Content-Type',
      'success_action_status',
      'acl',
      'key',
      'x-goog-date',
      'x-goog-credential',
      'x-goog-algorithm',
      'x-goog-signature',
      'policy',
    ],
  );
  assert.equal((await upload(form, photo())).status, 201);
  assert.deepEqual(signed.parameters, [
    { name: 'content_type', value: 'image/jpeg' },
    { name: 'acl', value: 'private' },
  ]);
  assert.equal(await put('image/png'), 403);
  assert.equal(await put('image/jpeg', signed.url.replace(/Signature=[^&]+/, 'Signature=x')), 403);
  assert.equal(await put('image/jpeg'), 200);
});

test('A large upload comes through a stream, to the byte', async (t) => {
  const store = await storeFor(t);
  const large = Buffer.alloc(6 * 1024 * 1024, 'boundary\r\n--');
  const { target } = await stageVideo(await adminOf(store), large.length);

  assert.equal((await upload(target, large)).status, 204);
  assert.equal((await stateOf(store)).stagedUploads[0].bytes, large.length);
});
