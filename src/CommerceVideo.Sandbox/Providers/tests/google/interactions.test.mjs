import assert from 'node:assert/strict';
import test from 'node:test';
import { base64, probe, providersFor } from '../support.mjs';
import { googleOf, image, order } from './support.mjs';

test('An interaction goes from queued over in_progress to a video on this origin, and costs its tokens', async (t) => {
  const providers = await providersFor(t);
  const google = googleOf(providers);

  const created = await google.create();
  const { id } = created.body;
  assert.deepEqual([created.status, created.body.status, created.body.steps], [200, 'queued', []]);
  providers.advance(0.9);
  assert.equal((await google.interaction(id)).status, 'in_progress');
  providers.advance(1);
  const done = await google.interaction(id);
  const [video] = done.steps[0].content;
  assert.deepEqual([done.status, video.type, video.mime_type], ['completed', 'video', 'video/mp4']);
  assert.deepEqual(done.usage.output_tokens_by_modality, [{ modality: 'video', tokens: 28_960 }]);
  assert.equal(new URL(video.uri).origin, google.address);

  const clip = probe(t, Buffer.from(await (await google.download(video.uri)).arrayBuffer()));

  assert.deepEqual([clip.codec, clip.fps, clip.seconds, clip.sound, clip.width, clip.height], ['h264', '24/1', 5, true, 72, 128]);
  assert.equal((await providers.state('google')).bill.amount, '0.5068');
});

test('A file needs the key, lives for two days, and may lie elsewhere', async (t) => {
  const providers = await providersFor(t);
  const google = googleOf(providers);
  const { id } = (await google.create()).body;
  providers.advance(3);
  const { uri } = (await google.interaction(id)).steps[0].content[0];

  assert.equal((await google.download(uri, {})).status, 403);
  await providers.control('/_sandbox/providers/google/options', { redirects: true });
  const moved = await fetch(uri, { headers: { 'x-goog-api-key': 'sandbox-google-key' }, redirect: 'manual' });
  assert.equal(moved.status, 302);
  assert.equal((await fetch(moved.headers.get('location'))).status, 200);
  assert.equal((await fetch(moved.headers.get('location'), { headers: { 'x-goog-api-key': 'sandbox-google-key' } })).status, 400);
  providers.advance(48 * 3600);
  assert.equal((await google.download(uri)).status, 403);
});

test('References stand beside a first frame, bound by their tags', async (t) => {
  const providers = await providersFor(t);
  const prompt = '[# Sources <FIRST_FRAME>@Image1] [# References <IMAGE_REF_0>@Image2 <IMAGE_REF_1>@Image3] She walks.';

  const made = await googleOf(providers).create({ prompt, images: [image(), image(), image()] });

  assert.equal(made.status, 200, made.text);
  assert.equal((await providers.state('google')).jobs[0].pictures.length, 3);
});

for (const [name, body, message] of [
  ['an unknown field', { seed: 1 }, /seed/],
  ['eleven images', { images: Array.from({ length: 11 }, () => image()) }, /10 images/],
  [
    'a reference that is the first frame',
    { prompt: '[# Sources <FIRST_FRAME>@Image1] as in <IMAGE_REF_0>' },
    /reference that is not in the input/,
  ],
  ['a duration as a number', { format: { duration: 5 } }, /duration must be a string/],
  ['a duration without its s', { format: { duration: '5' } }, /duration/],
  ['two seconds', { format: { duration: '2s' } }, /between 3s and 10s/],
  ['a square', { format: { aspect_ratio: '1:1' } }, /aspect_ratio/],
  ['a switch for sound', { format: { audio: false } }, /audio/],
  ['a bucket', { format: { gcs_uri: 'gs://b/o' } }, /gcs_uri/],
  ['a data URI', { images: [image({ data: `data:image/png;base64,${base64()}` })] }, /image/],
  ['inlineData', { images: [{ type: 'image', inlineData: { data: base64() } }] }, /inlineData/],
  ['an image of another type than it says', { images: [image({ mime_type: 'image/jpeg' })] }, /image/],
  ['an image without its type', { images: [{ type: 'image', data: base64() }] }, /mime_type/],
  ['a file nobody uploaded', { images: [{ type: 'image', uri: 'https://example.com/a.png' }] }, /file does not exist/],
  ['a tag for an image that is not there', { prompt: '[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] push in' }, /names an image/],
  ['background without store', { store: false }, /background/],
]) {
  test(`Refused with 400 and nothing made: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await googleOf(providers).create(body);

    assert.deepEqual([refused.status, refused.body.error.code], [400, 'invalid_request'], refused.text);
    assert.match(refused.body.error.message, message);
    const { jobs, refusedCalls } = await providers.state('google');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

test('Without a key 403, with a wrong one 400, as a Bearer 403; a model that went is 404', async (t) => {
  const google = googleOf(await providersFor(t));
  const status = async (headers) => (await fetch(`${google.address}/v1beta/interactions/v1_a`, { headers })).status;

  assert.deepEqual(
    [await status({}), await status({ 'x-goog-api-key': 'abc' }), await status({ Authorization: 'Bearer sandbox-google-key' })],
    [403, 400, 403],
  );
  assert.equal((await google.create({ model: 'gemini-omni-flash-preview' })).status, 404);
  const veo = await google('/v1beta/models/veo-3.1-generate-preview:predictLongRunning', { instances: [{ prompt: 'a' }] });
  assert.deepEqual([veo.status, veo.body.error.status], [404, 'NOT_FOUND']);
});

test('An interaction that nobody made is a 400 with words of its own', async (t) => {
  const { status, body } = await googleOf(await providersFor(t))('/v1beta/interactions/v1_none');

  assert.deepEqual([status, body.error.message], [400, 'Invalid interaction name.']);
});

test('Without background the answer waits for the video; inline it comes with its bytes', async (t) => {
  const providers = await providersFor(t);
  const google = googleOf(providers);
  let answered = false;
  const waiting = google.create({ background: false, format: { delivery: 'inline' } }).then((reply) => ((answered = true), reply));
  while (!(await providers.state('google')).jobs.length) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.equal(answered, false);
  providers.advance(3);

  const { body } = await waiting;

  assert.equal(body.status, 'completed');
  assert.equal(Buffer.from(body.steps[0].content[0].data, 'base64').toString('latin1', 4, 8), 'ftyp');
  await google.interaction(body.id);
  assert.equal((await providers.state('google')).jobs[0].downloads, 2);
});

test('A running interaction is cancelled for nothing, one that is over is not', async (t) => {
  const providers = await providersFor(t);
  const google = googleOf(providers);
  const { id } = (await google.create()).body;
  const cancel = () => google(`/v1beta/interactions/${id}/cancel`, {});

  const [first, second] = [await cancel(), await cancel()];

  assert.deepEqual([first.body.status, second.status], ['cancelled', 400]);
  assert.equal((await providers.state('google')).bill.amount, '0.00');
});

test('A body of the right shape may be plain words with one format, and the price follows the size', async (t) => {
  const providers = await providersFor(t);
  const google = googleOf(providers);
  const body = order({ format: { resolution: '360p', duration: '4s' } });

  const taken = await google('/v1beta/interactions', { ...body, response_format: [body.response_format] });
  providers.advance(3);

  assert.equal(taken.status, 200);
  assert.equal((await providers.state('google')).bill.amount, '0.13524');
});
