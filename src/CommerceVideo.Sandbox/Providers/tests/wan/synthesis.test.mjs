import assert from 'node:assert/strict';
import test from 'node:test';
import { base64, picture, pictureServer, probe, providersFor } from '../support.mjs';
import { dataUri, frames, legacy, wanOf } from './support.mjs';

test('A task goes from PENDING over RUNNING to a link of a day, billed by its seconds', async (t) => {
  const providers = await providersFor(t);
  const wan = wanOf(providers);

  const created = await wan.create();
  const { task_id: id, task_status: status } = created.body.output;
  assert.deepEqual([created.status, status], [200, 'PENDING']);
  assert.deepEqual((await wan.task(id)).output, { task_id: id, task_status: 'PENDING', submit_time: '2026-11-22 12:00:00.000' });
  providers.advance(0.9);
  assert.equal((await wan.task(id)).output.task_status, 'RUNNING');
  providers.advance(1);
  const { output, usage } = await wan.task(id);
  assert.deepEqual(
    [output.task_status, output.orig_prompt, usage],
    ['SUCCEEDED', 'slow push in', { video_count: 1, SR: 720, duration: 2 }],
  );

  const clip = probe(t, Buffer.from(await (await fetch(output.video_url)).arrayBuffer()));

  assert.deepEqual([clip.codec, clip.fps, clip.seconds, clip.sound, clip.width, clip.height], ['h264', '30/1', 2, false, 84, 110]);
  assert.equal((await providers.state('wan')).bill.amount, '0.20');
  providers.advance(86_400);
  assert.equal((await fetch(output.video_url)).status, 403);
  assert.deepEqual((await wan.task(id)).output, { task_id: id, task_status: 'UNKNOWN' });
});

test('Each model speaks its own protocol, has its own price, and has sound unless it can be switched off', async (t) => {
  const providers = await providersFor(t);
  const wan = wanOf(providers);
  const bodies = [
    { ...legacy(), model: 'wan2.1-i2v-plus', parameters: { duration: 5 } },
    { ...legacy(), parameters: { resolution: '1080P', duration: 15, audio: true } },
    frames({
      model: 'wan2.7-i2v',
      media: [
        ['first_frame', dataUri()],
        ['last_frame', dataUri()],
      ],
    }),
    frames({ model: 'wan3.0-video', resolution: '480P', duration: 4, audio: false, ratio: 'adaptive' }),
    frames({ model: 'wan3.0-video-prime', media: [['reference_image', dataUri()]], duration: -1, ratio: '9:16' }),
  ];
  const answers = [];
  for (const body of bodies) {
    answers.push(await wan.post(body));
  }

  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200, 200],
    JSON.stringify(answers.map(({ body }) => body)),
  );
  const { jobs } = await providers.state('wan');
  const kept = jobs.map(({ id }) => providers.world.houses.find(({ name }) => name === 'wan').jobs.get(id));
  assert.deepEqual(
    kept.map(({ price, clip }) => [price.amount, clip.sound]),
    [
      ['0.50', false],
      ['2.25', true],
      ['0.20', true],
      ['0.20', false],
      ['0.70', true],
    ],
  );
});

for (const [name, body] of [
  ['a field that is not there', { ...legacy(), ratio: '9:16' }],
  ['a parameter that is not there', legacy({ ratio: '9:16' })],
  ['a duration as a string', legacy({ duration: '5' })],
  ['a duration it does not make', legacy({ duration: 16 })],
  ['a resolution in small letters', legacy({ resolution: '720p' })],
  ['a prompt over the limit', legacy({ prompt: 'x'.repeat(1501) })],
  ['bare base64', legacy({ img_url: base64() })],
  ['a PNG with an alpha channel', legacy({ img_url: dataUri({ pixels: 'rgba' }) })],
  ['a picture that is too small', legacy({ img_url: dataUri({ size: '200x300' }) })],
  ['a GIF', legacy({ img_url: `data:image/gif;base64,${base64({ kind: 'gif' })}` })],
  ['a switch for sound where there is none', frames({ model: 'wan2.7-i2v', audio: false })],
  ['the legacy picture to a newer model', { ...legacy(), model: 'wan2.7-i2v', parameters: {} }],
  ['a list to a legacy model', frames({ model: 'wan2.6-i2v' })],
  ['a negative prompt to Wan 3.0', { ...frames({ model: 'wan3.0-video' }), input: { ...frames({}).input, negative_prompt: 'blur' } }],
  ['a last frame alone', frames({ model: 'wan3.0-video', media: [['last_frame', dataUri()]] })],
  [
    'frames beside references',
    frames({
      model: 'wan3.0-video',
      media: [
        ['first_frame', dataUri()],
        ['reference_image', dataUri()],
      ],
    }),
  ],
]) {
  test(`Refused with InvalidParameter: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await wanOf(providers).post(body);

    assert.deepEqual([refused.status, refused.body.code], [400, 'InvalidParameter'], refused.text);
    assert.deepEqual(Object.keys(refused.body), ['code', 'message', 'request_id']);
    const { jobs, refusedCalls } = await providers.state('wan');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

test('Without the key 401, without the async header 403, an unknown model 404, a wrong path 404, a wrong method 405', async (t) => {
  const wan = wanOf(await providersFor(t));
  const status = ({ status, body }) => [status, body.code];

  assert.deepEqual(status(await wan('/tasks/x', undefined, { headers: { Authorization: 'sandbox-wan-key' } })), [401, 'InvalidApiKey']);
  const synchronous = await wan.post(legacy(), { 'X-DashScope-Async': '' });
  assert.deepEqual(status(synchronous), [403, 'AccessDenied']);
  assert.match(synchronous.body.message, /synchronous/);
  assert.deepEqual(status(await wan.create({ model: 'wan1.0-i2v' })), [404, 'ModelNotFound']);
  assert.deepEqual(status(await wan('/task/x')), [404, 'NotFound']);
  assert.deepEqual(status(await wan('/tasks/x', {})), [405, 'MethodNotAllowed']);
  assert.equal((await wan.task('x')).output.task_status, 'UNKNOWN');
});

test('Wan 3.0 is there on a workspace’s own host only', async (t) => {
  const providers = await providersFor(t);
  await providers.control('/_sandbox/providers/wan/options', { workspaceHost: false });

  const refused = await wanOf(providers).post(frames({ model: 'wan3.0-video' }));

  assert.deepEqual([refused.status, refused.body.code], [404, 'ModelNotFound']);
});

test('A picture may be fetched; one that cannot be is InvalidURL', async (t) => {
  const wan = wanOf(await providersFor(t));
  const web = await pictureServer(t, picture());

  assert.equal((await wan.create({ img_url: `${web.address}/photo` })).status, 200);
  assert.equal((await wan.create({ img_url: 'https://shop.example/photo.png' })).body.code, 'InvalidURL');
});

test('More tasks than may run stay PENDING and go in by their order; only a PENDING one is cancelled', async (t) => {
  const providers = await providersFor(t, { concurrent: 1 });
  const wan = wanOf(providers);
  const ids = [];
  for (let at = 0; at < 3; at += 1) {
    ids.push((await wan.create()).body.output.task_id);
  }
  const statuses = async () => Promise.all(ids.map(async (id) => (await wan.task(id)).output.task_status));
  providers.advance(0.9);

  assert.deepEqual([(await wan.cancel(ids[0])).body.code, (await wan.cancel(ids[1])).status], ['UnsupportedOperation', 200]);
  assert.deepEqual(await statuses(), ['RUNNING', 'CANCELED', 'PENDING']);
  providers.advance(3);
  assert.deepEqual(await statuses(), ['SUCCEEDED', 'CANCELED', 'SUCCEEDED']);
  assert.equal((await providers.state('wan')).bill.amount, '0.40');
});
