import assert from 'node:assert/strict';
import test from 'node:test';
import { noon, probe, providersFor } from '../support.mjs';
import { image, jwt, vertexOf } from './support.mjs';

const now = noon / 1000;

test('An operation runs without done and ends with the whole video in it, at the price without sound', async (t) => {
  const providers = await providersFor(t);
  const vertex = vertexOf(providers);

  const created = await vertex.create();
  const { name } = created.body;
  assert.match(name, /^projects\/sandbox-project\/locations\/us-central1\/publishers\/google\/models\/veo-3\.1-generate-001\/operations\//);
  assert.deepEqual(await vertex.operation(name), { name });
  providers.advance(3);
  const { done, response } = await vertex.operation(name);
  assert.deepEqual([done, response.videos[0].mimeType], [true, 'video/mp4']);

  const clip = probe(t, Buffer.from(response.videos[0].bytesBase64Encoded, 'base64'));

  assert.deepEqual([clip.codec, clip.fps, clip.seconds, clip.sound, clip.width, clip.height], ['h264', '24/1', 4, false, 72, 128]);
  assert.equal((await providers.state('vertex')).bill.amount, '0.80');
});

const reference = (more = {}) => ({ image: image(), referenceType: 'asset', ...more });

test('Three assets make a clip of eight seconds, and all of them are looked at', async (t) => {
  const providers = await providersFor(t);
  const instance = { image: undefined, referenceImages: [reference(), reference(), reference()] };
  const broken = { ...instance, referenceImages: [reference(), reference({ image: image({ mimeType: 'image/jpeg' }) })] };

  const made = await vertexOf(providers).create({ instance, parameters: { durationSeconds: 8 } });
  const refused = await vertexOf(providers).create({ instance: broken, parameters: { durationSeconds: 8 } });

  assert.deepEqual([made.status, refused.status], [200, 400], made.text);
  const { jobs } = await providers.state('vertex');
  assert.deepEqual([jobs.length, jobs[0].pictures.length], [1, 3]);
});

for (const [name, body, message] of [
  ['an unknown parameter', { parameters: { fps: 24 } }, /fps/],
  ['5 seconds', { parameters: { durationSeconds: 5 } }, /durationSeconds/],
  ['a duration as a string', { parameters: { durationSeconds: '4' } }, /durationSeconds/],
  ['1080p in 4 seconds', { parameters: { resolution: '1080p' } }, /8 seconds/],
  ['a square', { parameters: { aspectRatio: '1:1' } }, /aspectRatio/],
  ['inlineData', { instance: { image: { inlineData: { data: 'aGk=', mimeType: 'image/png' } } } }, /image/],
  ['an image of another type than it says', { instance: { image: image({ mimeType: 'image/jpeg' }) } }, /image/],
  ['a last frame alone', { instance: { image: undefined, lastFrame: image() } }, /lastFrame/],
  [
    'references beside an image',
    { instance: { referenceImages: [reference()] }, parameters: { durationSeconds: 8 } },
    /cannot be used with image/,
  ],
  ['references in 4 seconds', { instance: { image: undefined, referenceImages: [reference()] } }, /8 seconds/],
  [
    'a style',
    { instance: { image: undefined, referenceImages: [reference({ referenceType: 'style' })] }, parameters: { durationSeconds: 8 } },
    /[Ss]tyle/,
  ],
  [
    'four references',
    {
      instance: { image: undefined, referenceImages: [reference(), reference(), reference(), reference()] },
      parameters: { durationSeconds: 8 },
    },
    /referenceImages/,
  ],
  ['a bucket', { parameters: { storageUri: 'gs://bucket/' } }, /bucket/],
]) {
  test(`Refused with 400 and nothing made: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await vertexOf(providers).create(body);

    assert.deepEqual([refused.status, refused.body.error.status], [400, 'INVALID_ARGUMENT'], refused.text);
    assert.match(refused.body.error.message, message);
    assert.deepEqual((await providers.state('vertex')).jobs, []);
  });
}

test('A JWT signed by the account is exchanged for a token that opens the API for an hour', async (t) => {
  const providers = await providersFor(t);
  const vertex = vertexOf(providers);

  const { status, body } = await vertex.exchange(jwt(providers, now));

  assert.deepEqual([status, body.expires_in, body.token_type], [200, 3599, 'Bearer']);
  const ask = async () =>
    (await vertex(`${vertex.model('veo-3.1-generate-001')}:fetchPredictOperation`, { operationName: 'a' }, body.access_token)).status;
  assert.equal(await ask(), 404);
  providers.advance(3600);
  assert.equal(await ask(), 401);
});

for (const [name, claims] of [
  ['another audience', { aud: 'https://oauth2.googleapis.com/token' }],
  ['another scope', { scope: 'https://www.googleapis.com/auth/devstorage.read_only' }],
  ['another account', { iss: 'other@sandbox-project.iam.gserviceaccount.com' }],
  ['two hours', { exp: now + 7200 }],
  ['yesterday', { iat: now - 86_400, exp: now - 82_800 }],
  ['HS256', { header: { alg: 'HS256', typ: 'JWT' } }],
]) {
  test(`No token for a JWT with ${name}`, async (t) => {
    const providers = await providersFor(t);

    const { status, body } = await vertexOf(providers).exchange(jwt(providers, now, claims));

    assert.deepEqual([status, body.error], [400, 'invalid_grant']);
  });
}

test('A changed JWT and another grant get nothing; a wrong token is 401, another project 403, another model 404', async (t) => {
  const providers = await providersFor(t);
  const vertex = vertexOf(providers);
  const [head, , signature] = jwt(providers, now).split('.');
  const [, body] = jwt(providers, now, { sub: 'x' }).split('.');
  const status = async (path, token) => (await vertex(`${path}:predictLongRunning`, {}, token)).status;

  assert.equal((await vertex.exchange(`${head}.${body}.${signature}`)).status, 400);
  assert.equal((await vertex.exchange('a')).status, 400);
  assert.equal((await vertex.exchange(jwt(providers, now), { grant_type: 'password' })).body.error, 'unsupported_grant_type');
  assert.equal(await status(vertex.model('veo-3.1-generate-001'), 'abc'), 401);
  assert.equal(await status(vertex.model('veo-3.1-generate-001', 'other')), 403);
  assert.equal(await status(vertex.model('veo-3.1-generate-preview')), 404);
});

for (const [prompt, status, word] of [
  ['#rate', 429, 'RESOURCE_EXHAUSTED'],
  ['#throttle', 429, 'RESOURCE_EXHAUSTED'],
  ['#balance', 403, 'PERMISSION_DENIED'],
  ['#retired', 404, 'NOT_FOUND'],
  ['#badimg', 400, 'INVALID_ARGUMENT'],
  ['#5xx-before', 503, 'UNAVAILABLE'],
]) {
  test(`${prompt} is refused with ${status}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await vertexOf(providers).create({ prompt });

    assert.deepEqual([refused.status, refused.body.error.status], [status, word]);
    assert.deepEqual((await providers.state('vertex')).jobs, []);
  });
}

test('What is against the rules is an error of the operation, or a good end with all filtered; neither costs', async (t) => {
  const providers = await providersFor(t);
  const vertex = vertexOf(providers);
  const names = [];
  for (const prompt of ['#mod-in', '#mod-out', '#fail']) {
    names.push((await vertex.create({ prompt })).body.name);
  }
  providers.advance(3);

  const [refused, filtered, failed] = await Promise.all(names.map((name) => vertex.operation(name)));

  assert.deepEqual([refused.error.code, failed.error.code], [3, 13]);
  assert.match(refused.error.message, /usage guidelines/);
  assert.deepEqual([filtered.done, filtered.response.raiMediaFilteredCount, filtered.response.videos], [true, 1, undefined]);
  assert.equal((await providers.state('vertex')).bill.amount, '0.00');
});
