import assert from 'node:assert/strict';
import test from 'node:test';
import { listenerFor, picture, pictureServer, probe, providersFor, until } from '../support.mjs';
import { dreamMachineOf, legacyOrder } from './support.mjs';

async function started(t, settings) {
  const providers = await providersFor(t, settings);
  const web = await pictureServer(t, picture());
  const luma = dreamMachineOf(providers);
  return { providers, luma, url: web.address, create: (more) => luma.create(more, web.address) };
}

test('A generation dreams, costs by its pixels, and is told back twice, unsigned', async (t) => {
  const { providers, luma, create } = await started(t);
  const { address, received } = await listenerFor(t);

  const created = await create({ callback_url: `${address}/told` });
  const { id } = created.body;
  assert.deepEqual([created.status, created.body.state, created.body.assets], [201, 'queued', null]);
  providers.advance(0.9);
  assert.equal((await luma.generation(id)).state, 'dreaming');
  providers.advance(1);
  const done = await luma.generation(id);
  const clip = probe(t, Buffer.from(await (await fetch(done.assets.video)).arrayBuffer()));

  assert.deepEqual([done.state, clip.frames, clip.width, clip.height], ['completed', 120, 54, 96]);
  assert.equal((await providers.state('luma')).bill.amount, '0.398131');
  await until(() => received.length === 2);
  assert.deepEqual(
    received.map(({ body }) => [body.id, body.state]).sort(),
    [
      [id, 'completed'],
      [id, 'dreaming'],
    ],
  );
});

for (const [name, more, words] of [
  ['a field that is not there', { seed: 1 }, /seed/],
  ['a picture’s bytes', { keyframes: { frame0: { type: 'image', data: 'AAAA' } } }, /url is required/],
  ['ten seconds', { duration: '10s' }, /duration/],
  ['4:5', { aspect_ratio: '4:5' }, /aspect_ratio/],
  ['two letters', { prompt: 'ab' }, /prompt/],
  ['no prompt and no keyframe', { prompt: undefined, keyframes: undefined }, /Prompt is required/],
  ['keyframes with nothing in them', { keyframes: {} }, /No keyframes/],
  ['the Agents API’s model', { model: 'ray-3.2' }, /model/],
]) {
  test(`Refused with 400: ${name}`, async (t) => {
    const { providers, create } = await started(t);

    const refused = await create(more);

    assert.equal(refused.status, 400, refused.text);
    assert.match(refused.body.detail, words);
    assert.deepEqual((await providers.state('luma')).jobs, []);
  });
}

test('A loop is refused where both frames are given', async (t) => {
  const { create, url } = await started(t);
  const frame = { type: 'image', url };

  const refused = await create({ loop: true, keyframes: { frame0: frame, frame1: frame } });

  assert.deepEqual([refused.status, refused.body.detail], [400, 'Loop is not supported for keyframes']);
  assert.equal((await create({ loop: true })).status, 201);
});

test('A picture that cannot be had ends the generation, for nothing', async (t) => {
  const { providers, luma } = await started(t);
  const { id } = (await luma.create({}, 'https://example.com/a.jpg')).body;
  providers.advance(3);

  const failed = await luma.generation(id);

  assert.deepEqual([failed.state, failed.failure_reason], ['failed', 'Failed to read user input frames']);
  assert.equal((await providers.state('luma')).bill.amount, '0.00');
});

test('The list tells the newest first, with what was asked for, page by page', async (t) => {
  const { luma, create, url } = await started(t);
  const ids = [];
  for (let at = 0; at < 3; at += 1) {
    ids.unshift((await create()).body.id);
  }

  const first = (await luma('/generations?limit=2')).body;
  const second = (await luma('/generations?limit=2&offset=2')).body;

  assert.deepEqual([...first.generations, ...second.generations].map(({ id }) => id), ids);
  assert.deepEqual([first.has_more, second.has_more], [true, false]);
  assert.deepEqual(first.generations[0].request, { generation_type: 'video', ...legacyOrder({}, url) });
  assert.equal((await luma('/generations?limit=101')).status, 400);
});

test('A deleted generation is gone from reads and from the list', async (t) => {
  const { luma, create } = await started(t);
  const { id } = (await create()).body;

  assert.equal((await luma(`/generations/${id}`, undefined, { method: 'DELETE' })).status, 204);

  assert.equal((await luma(`/generations/${id}`)).status, 404);
  assert.deepEqual((await luma('/generations')).body.generations, []);
});

test('More than twenty creates a minute are too many, more than ten at a time as well', async (t) => {
  const { providers, create } = await started(t, { concurrent: 2 });
  await create();
  await create();
  const busy = await create();
  providers.advance(3);
  await providers.control('/_sandbox/providers/luma/options', { perMinute: 2 });
  const often = await create();

  assert.deepEqual([busy.status, often.status], [429, 429]);
  assert.match(busy.body.detail, /concurrent/);
  assert.match(often.body.detail, /Rate limit/);
  providers.advance(60);
  assert.equal((await create()).status, 201);
});

test('The Agents API’s key is another platform’s: 403; credits are told in cents', async (t) => {
  const { providers, luma, create } = await started(t);
  const agents = { headers: { Authorization: `Bearer ${providers.ready.providers.luma.key}` } };
  await providers.control('/_sandbox/providers/luma/options', { balance: '0.50' });

  assert.equal((await luma('/credits', undefined, agents)).status, 403);
  assert.equal((await luma('/credits', undefined, { headers: { Authorization: 'Bearer none' } })).status, 401);
  assert.deepEqual((await luma('/credits')).body, { credit_balance: 50 });
  assert.deepEqual([(await create()).status, (await create()).body.detail], [201, 'Insufficient credits']);
});
