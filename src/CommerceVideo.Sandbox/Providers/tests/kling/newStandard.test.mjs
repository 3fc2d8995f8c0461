import assert from 'node:assert/strict';
import test from 'node:test';
import { base64, cuts, picture, pictureServer, probe, providersFor } from '../support.mjs';
import { klingOf, order } from './support.mjs';

test('A task goes from submitted over processing to a video that can be fetched, and is billed then', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);

  const created = await kling.create({ settings: { duration: 3, multi_shot: false }, options: { external_task_id: 'gen-1' } });
  assert.equal(created.status, 200);
  assert.equal(created.body.code, 0);
  assert.deepEqual([created.body.data.status, created.body.data.external_id], ['submitted', 'gen-1']);
  const { id } = created.body.data;
  assert.match(id, /^\d{18}$/);

  assert.deepEqual((await kling(`/tasks?task_ids=${id}`)).body.data, [], 'a new task is not seen at once');
  providers.advance(1.1);
  assert.equal((await kling.task(id)).status, 'processing');
  providers.advance(1);
  const done = (await kling('/tasks?external_task_ids=gen-1')).body.data[0];
  assert.equal(done.status, 'succeeded');
  assert.deepEqual(done.billing, [{ charge_type: 'unit', amount: '1.8', package_type: 'video' }]);
  assert.equal(done.outputs[0].duration, '3.1');

  const file = await fetch(done.outputs[0].url);
  const clip = probe(t, Buffer.from(await file.arrayBuffer()));
  assert.deepEqual([clip.codec, clip.fps, clip.sound, cuts(clip.file)], ['h264', '24/1', false, 0]);
  assert.ok(Math.abs(clip.seconds - 3.1) < 0.1 && Math.abs(clip.width / clip.height - 0.75) < 0.02, JSON.stringify(clip));
  const { jobs, bill, refusedCalls } = await providers.state('kling');
  assert.deepEqual([bill, refusedCalls, jobs[0].downloads], [{ amount: '0.252', currency: 'USD' }, 0, 1]);
});

test('Who leaves multi_shot out gets a cut; 3.0 turbo always has sound', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const [plain, turbo] = [
    await kling.create({ settings: { duration: 3 } }),
    await kling.create({ settings: { duration: 3 } }, 'kling-3.0-turbo'),
  ];
  providers.advance(5);
  const film = async ({ body }) =>
    probe(t, Buffer.from(await (await fetch((await kling.task(body.data.id)).outputs[0].url)).arrayBuffer()));

  const [cut, loud] = [await film(plain), await film(turbo)];

  assert.deepEqual([cuts(cut.file), cut.sound, cuts(loud.file), loud.sound], [1, false, 0, true]);
});

/** A small file that says it is huge. */
function bomb() {
  const bytes = Buffer.from(picture());
  bytes.writeUInt32BE(20_000, 16);
  bytes.writeUInt32BE(20_000, 20);
  return bytes.toString('base64');
}

const settings = (members) => ({ settings: members });
const contents = (...more) => ({ contents: [...order().contents, ...more] });

for (const [name, body, message, model] of [
  ['a duration as a string', settings({ duration: '5' }), /settings.duration must be a number/],
  ['a length the model has not', settings({ duration: 7 }), /settings.duration must be one of 5, 10/, 'kling-2.6'],
  ['a resolution the model has not', settings({ resolution: '4k' }), /resolution must be one of/, 'kling-2.6'],
  ['a field that is not there', { negative_prompt: 'blur' }, /negative_prompt is not a known field/],
  ['an aspect ratio', settings({ aspect_ratio: '9:16' }), /aspect_ratio is not a known field/],
  ['multi_shot where there is none', settings({ multi_shot: false }), /multi_shot is not a known field/, 'kling-3.0-turbo'],
  ['sound below 1080p', settings({ audio: 'native' }), /audio is not supported at 720p/, 'kling-2.6'],
  [
    'a last frame of a model without',
    contents({ type: 'last_frame', url: 'x' }),
    /type must be one of prompt, first_frame/,
    'kling-3.0-turbo',
  ],
  ['a last frame below 1080p', contents({ type: 'last_frame', url: base64() }), /last_frame is not supported at 720p/, 'kling-2.5-turbo'],
  ['no first frame', { contents: [{ type: 'prompt', text: 'a' }] }, /exactly one first_frame/],
  ['two prompts', contents({ type: 'prompt', text: 'b' }), /exactly one prompt/],
  ['a prompt that is too long', { prompt: 'a'.repeat(3073) }, /at most 3072 characters/],
  ['a storyboard that lasts too long', { prompt: 'shot 1, 3, a; shot 2, 3, b;' }, /last 6 seconds, not 5/],
  ['a data URI', { picture: `data:image/png;base64,${base64()}` }, /send bare base64/],
  ['a picture that is too small', { picture: base64({ size: '299x400' }) }, /at least 300 pixels/],
  ['a picture that is too tall', { picture: base64({ size: '300x800' }) }, /ratio/],
  ['a GIF', { picture: base64({ kind: 'gif' }) }, /must be one of image\/jpeg/],
  ['a picture of 400 megapixels', { picture: bomb() }, /too many pixels/],
  ['a picture that was cut off', { picture: picture({ kind: 'jpg' }).subarray(0, 4000).toString('base64') }, /cannot be decoded/],
]) {
  test(`Refused with 1201: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await klingOf(providers).create(body, model);

    assert.deepEqual([refused.status, refused.body.code], [400, 1201], refused.text);
    assert.match(refused.body.message, message);
    const { jobs, refusedCalls } = await providers.state('kling');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

test('Paths, methods and bodies that are none have their own codes', async (t) => {
  const kling = klingOf(await providersFor(t));
  const codes = async (reply) => [(await reply).status, (await reply).body.code];

  assert.deepEqual(await codes(kling.create({}, 'kling-9')), [404, 1203]);
  assert.deepEqual(await codes(kling('/nowhere')), [404, 1203]);
  assert.deepEqual(await codes(kling('/image-to-video/kling-3.0')), [404, 1202]);
  assert.deepEqual(await codes(kling('/image-to-video/kling-3.0', 'not json')), [400, 1200]);
  assert.deepEqual(await codes(kling('/image-to-video/kling-3.0', '{}', { headers: { 'Content-Type': 'text/plain' } })), [400, 1200]);
  assert.deepEqual(await codes(kling('/tasks')), [400, 1201]);
  assert.deepEqual(await codes(kling('/tasks?task_ids=1&external_task_ids=2')), [400, 1201]);
});

test('A picture by URL is fetched from this machine; any other host cannot be reached', async (t) => {
  const kling = klingOf(await providersFor(t));
  const web = await pictureServer(t, picture());

  assert.equal((await kling.create({ picture: `${web.address}/photo.png` })).status, 200);
  const far = await kling.create({ picture: 'https://example.com/photo.png' });

  assert.equal(far.body.code, 1201);
  assert.match(far.body.message, /could not be downloaded/);
});

test('The task after the last place is 1303, makes nothing and goes in when one is free', async (t) => {
  const providers = await providersFor(t, { concurrent: 2 });
  const kling = klingOf(providers);
  await kling.create();
  await kling.create();

  const third = await kling.create();
  const other = await kling.create({}, 'kling-2.6');
  providers.advance(2);
  const again = await kling.create();

  assert.deepEqual([third.status, third.body.code, third.body.message], [429, 1303, 'parallel task over resource pack limit']);
  assert.deepEqual([other.status, again.status], [200, 200], 'each model has places of its own');
  const { jobs, refusedCalls } = await providers.state('kling');
  assert.deepEqual([jobs.length, refusedCalls], [4, 0]);
});

test('An external id is taken once, by either standard; the second order makes and costs nothing', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const options = { external_task_id: 'gen-1' };
  const both = await Promise.all([kling.create({ options }), kling.create({ options })]);

  const legacy = await kling.createLegacy(options);

  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 400]);
  assert.deepEqual([legacy.status, legacy.body.code], [400, 1201]);
  assert.match(legacy.body.message, /already exists/);
  const { jobs } = await providers.state('kling');
  assert.deepEqual([jobs.length, jobs[0].submits, jobs[0].generation], [1, 3, 'gen-1']);
});

test('The list goes by cursor, newest first, and takes its times as numbers', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  for (let at = 0; at < 5; at += 1) {
    await kling.create();
    providers.advance(1);
  }
  await kling.create({ prompt: '#never' });
  providers.advance(5);

  const first = (await kling('/tasks', { limit: 4 })).body.data;
  const second = (await kling('/tasks', { limit: 4, cursor: first.next_cursor })).body.data;
  const running = (await kling('/tasks', { filters: [{ key: 'status', values: ['processing'] }] })).body.data;

  assert.deepEqual([first.count, first.has_more, second.count, second.has_more], [4, true, 2, false]);
  assert.equal(new Set([...first.result, ...second.result].map(({ id }) => id)).size, 6);
  assert.equal(running.count, 1);
  assert.equal((await kling('/tasks', { start_time: '1781080778802' })).body.code, 1201);
});

test('A pack that is used up is 1102, as 429', async (t) => {
  const providers = await providersFor(t);
  await providers.control('/_sandbox/providers/kling/options', { balance: '0.84' });
  const kling = klingOf(providers);

  const answers = [await kling.create(), await kling.create(), await kling.create()].map(({ status, body }) => [status, body.code]);

  assert.deepEqual(answers, [
    [200, 0],
    [200, 0],
    [429, 1102],
  ]);
  providers.advance(13 * 3600);
  const costs = await kling('/account/costs?start_time=1726124664368&end_time=1899999999999');
  assert.equal(costs.body.data.resource_pack_subscribe_infos[0].remaining_quantity, 0);
  assert.equal((await kling('/v1/account/costs?start_time=1726124664368&end_time=1899999999999')).body.code, 1302);
});
