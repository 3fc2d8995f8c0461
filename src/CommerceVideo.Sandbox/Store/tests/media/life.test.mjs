import assert from 'node:assert/strict';
import test from 'node:test';
import {
  addProduct,
  adminOf,
  attachVideo,
  clip,
  ffmpeg,
  photo,
  stageVideo,
  standingClock,
  stateOf,
  storeFor,
  temporaryFolder,
  until,
  upload,
} from '../support.mjs';

const mediaOf = async (store) => (await stateOf(store)).products[0].media;
const settled = (store, index = 0) =>
  until(async () => ['READY', 'FAILED'].includes((await mediaOf(store))[index]?.status) && (await mediaOf(store))[index]);

async function publish(t, bytes, settings = {}) {
  const store = await storeFor(t, settings);
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);
  const { target } = await stageVideo(admin, bytes.length);
  await upload(target, bytes);
  const answer = await attachVideo(admin, gid, target.resourceUrl);
  return { store, admin, gid, target, answer };
}

test('A video is UPLOADED, then PROCESSING with nothing to show, then READY with everything', async (t) => {
  const clock = standingClock();
  const store = await storeFor(t, { mediaSeconds: 10 }, clock);
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);
  const { target } = await stageVideo(admin, clip().length);
  await upload(target, clip());
  await attachVideo(admin, gid, target.resourceUrl);
  const read = async () =>
    (
      await admin(
        'query Q($id: ID!) { product(id: $id) { media(first: 5) { nodes { status preview { status image { url } } ... on Video { duration filename originalSource { url } sources { url format } } } } } }',
        { id: gid },
      )
    ).data.product.media.nodes[0];

  const first = await read();
  clock.advance(2_000);
  const second = await read();
  clock.advance(8_000);
  await settled(store);
  const last = await read();

  assert.equal(first.status, 'UPLOADED');
  assert.deepEqual(second, {
    status: 'PROCESSING',
    preview: { status: 'PROCESSING', image: null },
    duration: null,
    filename: 'page.mp4',
    originalSource: null,
    sources: [],
  });
  assert.equal(last.status, 'READY');
  assert.deepEqual([last.duration, last.sources[0].format], [1000, 'mp4']);
});

const failures = [
  ['that is too short', () => clip('180x320', 0.12), 'VIDEO_MIN_DURATION_ERROR'],
  ['that is too narrow', () => clip('96x160'), 'VIDEO_MIN_WIDTH_ERROR'],
  ['that is too flat', () => clip('160x96'), 'VIDEO_MIN_HEIGHT_ERROR'],
  ['that is a picture', () => photo(), 'VIDEO_INVALID_FILETYPE_ERROR'],
  [
    'that is in a container Shopify does not take',
    () => ffmpeg('-f', 'lavfi', '-i', 'testsrc=size=180x320:duration=1', '-c:v', 'mpeg4', '-f', 'avi'),
    'VIDEO_INVALID_FILETYPE_ERROR',
  ],
  [
    'that has no moving picture',
    () => ffmpeg('-f', 'lavfi', '-i', 'sine=duration=1', '-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4'),
    'VIDEO_INVALID_FILETYPE_ERROR',
  ],
  ['that is text', () => Buffer.from('<html>not a video</html>'), 'VIDEO_METADATA_READ_ERROR'],
  [
    'with more than 120 frames a second',
    () =>
      ffmpeg(
        '-f',
        'lavfi',
        '-i',
        'testsrc=size=180x320:rate=150:duration=0.5',
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-pix_fmt',
        'yuv420p',
        '-movflags',
        'frag_keyframe+empty_moov',
        '-f',
        'mp4',
      ),
    'VIDEO_VALIDATION_ERROR',
  ],
];

for (const [what, make, code] of failures) {
  test(`A file ${what} ends FAILED with ${code}`, async (t) => {
    const { store } = await publish(t, make());

    const media = await settled(store);

    assert.deepEqual([media.status, media.errors[0]?.code], ['FAILED', code]);
  });
}

test('A video attached before it was uploaded cannot be downloaded', async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);
  const { target } = await stageVideo(admin, 100);

  await attachVideo(admin, gid, target.resourceUrl);

  assert.equal((await settled(store)).errors[0].code, 'GENERIC_FILE_DOWNLOAD_FAILURE');
});

test('An upload makes one video and no second; a foreign address makes none', async (t) => {
  const { store, admin, gid, target, answer } = await publish(t, clip());
  const invalid = [{ field: ['media', '0', 'originalSource'], message: 'Video URL is invalid' }];

  const again = await attachVideo(admin, gid, target.resourceUrl);
  const foreign = await attachVideo(admin, gid, 'https://example.com/film.mp4');

  assert.deepEqual(answer.data.productUpdate.userErrors, []);
  assert.deepEqual(again.data.productUpdate.userErrors, invalid);
  assert.deepEqual(foreign.data.productUpdate.userErrors, invalid);
  assert.equal((await mediaOf(store)).length, 1);
});

test('Pictures are judged by their bytes, not by their names', async (t) => {
  const store = await storeFor(t);
  const huge = Buffer.from(ffmpeg('-f', 'lavfi', '-i', 'color=size=16x16', '-frames:v', '1', '-c:v', 'png', '-f', 'image2pipe'));
  huge.writeUInt32BE(20000, 16);
  huge.writeUInt32BE(20000, 20);
  await addProduct(store, {}, [
    { name: 'page.jpg', bytes: Buffer.from('<html></html>') },
    { name: 'bomb.png', bytes: huge },
    { name: 'jpeg-named.png', bytes: photo() },
    { name: 'empty.jpg', bytes: Buffer.alloc(0) },
  ]);

  await until(async () => (await mediaOf(store)).every(({ status }) => status === 'READY' || status === 'FAILED'));
  const media = await mediaOf(store);

  assert.deepEqual(
    media.map(({ status, errors }) => errors[0]?.code ?? status),
    ['UNSUPPORTED_IMAGE_FILE_TYPE', 'INVALID_IMAGE_RESOLUTION', 'READY', 'UNSUPPORTED_IMAGE_FILE_TYPE'],
  );
  assert.deepEqual([media[2].width, media[2].height], [300, 400]);
});

test('A trial plan takes no video', async (t) => {
  const store = await storeFor(t, { plan: 'trial' });
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);
  const { target } = await stageVideo(admin, 9);

  const { data } = await attachVideo(admin, gid, target.resourceUrl);

  assert.equal(data.productUpdate.userErrors[0].message, 'Videos cannot be uploaded on a trial plan.');
});

test('An app makes 1,000 videos a week and not one more, until a week has gone', async (t) => {
  const clock = standingClock();
  const store = await storeFor(t, { plan: 'advanced', mediaSeconds: 1e9 }, clock);
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);
  for (let count = 0; count < 1000; count++) {
    store.world.library.add(store.world.shops.names()[0], 'Video', { filename: `${count}.mp4`, origin: 'app' });
  }
  const attach = async () => (await attachVideo(admin, gid, (await stageVideo(admin, 9)).target.resourceUrl)).data.productUpdate.userErrors;

  assert.equal((await attach()).length, 1);
  clock.advance(7 * 24 * 3600_000 + 1);
  assert.deepEqual(await attachAnew(store, gid), []);
});

async function attachAnew(store, gid) {
  const admin = await adminOf(store);
  return (await attachVideo(admin, gid, (await stageVideo(admin, 9)).target.resourceUrl)).data.productUpdate.userErrors;
}

test('A store that stops in the middle of a video leaves it to the next start', async (t) => {
  const folder = temporaryFolder(t);
  const { store } = await publish(t, clip(), { folder, mediaSeconds: 0 });
  await store.stop();

  const next = await storeFor(t, { folder });

  assert.equal((await settled(next)).status, 'READY');
});
