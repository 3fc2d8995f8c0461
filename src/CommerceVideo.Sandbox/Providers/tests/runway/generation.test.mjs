import assert from 'node:assert/strict';
import test from 'node:test';
import { picture, pictureServer, probe, providersFor } from '../support.mjs';
import { dataUri, order, runwayOf } from './support.mjs';

test('A task goes from PENDING over RUNNING to a link, costs its credits and is as long as asked', async (t) => {
  const providers = await providersFor(t);
  const runway = runwayOf(providers);

  const created = await runway.create({ duration: 3, ratio: '720:1280' });
  const { id } = created.body;
  assert.deepEqual([created.status, created.body.estimatedCost], [200, { credits: 36 }]);
  const pending = await runway.task(id);
  assert.deepEqual([pending.status, pending.estimatedCost, pending.createdAt], ['PENDING', { credits: 36 }, '2026-11-22T12:00:00.000Z']);
  providers.advance(0.9);
  const running = await runway.task(id);
  assert.deepEqual([running.status, running.progress], ['RUNNING', 0.5]);
  providers.advance(1);
  const done = await runway.task(id);
  assert.deepEqual([done.status, done.cost, done.estimatedCost], ['SUCCEEDED', { credits: 36 }, undefined]);

  const clip = probe(t, Buffer.from(await (await fetch(done.output[0])).arrayBuffer()));

  assert.deepEqual([clip.codec, clip.fps, clip.frames, clip.seconds, clip.sound], ['h264', '24/1', 72, 3, false]);
  assert.deepEqual([clip.width, clip.height], [72, 128]);
  assert.equal((await providers.state('runway')).bill.amount, '0.36');
});

for (const [name, body, path] of [
  ['a field that is not there', { negative_prompt: 'blur' }, ['negative_prompt']],
  ['a ratio in words', { ratio: '16:9' }, ['ratio']],
  ['no ratio', { ratio: undefined }, ['ratio']],
  ['a duration as a string', { duration: '5' }, ['duration']],
  ['a duration that is too long', { duration: 11 }, ['duration']],
  ['half a second', { duration: 2.5 }, ['duration']],
  ['no prompt for gen4.5', { promptText: undefined }, ['promptText']],
  ['a prompt of more than 1000 UTF-16 units', { promptText: '👗'.repeat(501) }, ['promptText']],
  ['a last frame', { promptImage: [{ uri: dataUri(), position: 'last' }] }, ['promptImage', 0, 'position']],
  ['bare base64', { promptImage: picture().toString('base64') }, ['promptImage']],
  ['a GIF', { promptImage: `data:image/gif;base64,${picture({ kind: 'gif' }).toString('base64')}` }, ['promptImage']],
  ['a data URI over 5 MB', { promptImage: `data:image/png;base64,${'A'.repeat(5 * 1024 * 1024)}` }, ['promptImage']],
  ['a seed below zero', { seed: -1 }, ['seed']],
  ['a model that went', { model: 'gen3a_turbo' }, ['model']],
  ['no model', { model: undefined }, ['model']],
]) {
  test(`Refused with 400 and its issue: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await runwayOf(providers).create(body);

    assert.equal(refused.status, 400, refused.text);
    assert.equal(typeof refused.body.error, 'string');
    assert.deepEqual(refused.body.issues[0].path, path, refused.text);
    const { jobs, refusedCalls } = await providers.state('runway');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

test('gen4_turbo needs no prompt and no duration; a first frame may be said to be one', async (t) => {
  const runway = runwayOf(await providersFor(t));

  const plain = await runway.create({ model: 'gen4_turbo', promptText: undefined, duration: undefined });
  const first = await runway.create({ model: 'gen4_turbo', promptImage: [{ uri: dataUri(), position: 'first' }], duration: 5 });

  assert.deepEqual([plain.body.estimatedCost.credits, first.body.estimatedCost.credits], [50, 25]);
});

test('Without the key 401, without the version 400, on a wrong path 404, with a wrong method 405', async (t) => {
  const runway = runwayOf(await providersFor(t));
  const status = async (path, body, headers = {}) => (await runway(path, body, { headers })).status;

  assert.equal(await status('/v1/organization', undefined, { Authorization: 'Key sandbox-runway-key' }), 401);
  assert.equal(await status('/v1/organization', undefined, { 'X-Runway-Version': '2024-09-13' }), 400);
  assert.equal(await status('/v1/image_to_videos', order()), 404);
  assert.equal(await status('/v1/image_to_video'), 405);
  assert.equal(await status('/v1/tasks/none'), 404);
  assert.equal(await status('/v1/image_to_video', JSON.stringify(order()), { 'Content-Type': 'text/plain' }), 400);
});

test('A picture by URL must answer HEAD with an image’s type and length, and may not redirect', async (t) => {
  const runway = runwayOf(await providersFor(t));
  const create = async (web, path = '/photo') => (await runway.create({ promptImage: web.address + path })).status;
  const good = await pictureServer(t, picture());

  assert.equal(await create(good), 200);
  assert.deepEqual(good.methods, ['HEAD', 'GET']);
  assert.equal(await create(await pictureServer(t, picture(), { type: 'application/octet-stream' })), 400);
  assert.equal(await create(await pictureServer(t, picture(), { length: false })), 400);
  assert.equal(await create(await pictureServer(t, picture(), { redirect: true }), '/old'), 400);
  assert.equal((await runway.create({ promptImage: 'https://example.com/a.png' })).status, 400);
});

test('A picture that was cut off ends the task with ASSET.INVALID, for nothing', async (t) => {
  const providers = await providersFor(t);
  const runway = runwayOf(providers);
  const half = picture({ kind: 'jpg' }).subarray(0, 4000).toString('base64');
  const { id } = (await runway.create({ promptImage: `data:image/jpeg;base64,${half}` })).body;
  providers.advance(3);

  const failed = await runway.task(id);

  assert.deepEqual([failed.status, failed.failureCode, failed.cost], ['FAILED', 'ASSET.INVALID', { credits: 0 }]);
});

test('More tasks than may run wait THROTTLED and go in by their order', async (t) => {
  const providers = await providersFor(t, { concurrent: 1 });
  const runway = runwayOf(providers);
  const ids = [];
  for (let at = 0; at < 3; at += 1) {
    ids.push((await runway.create()).body.id);
  }
  const statuses = async () => Promise.all(ids.map(async (id) => (await runway.task(id)).status));

  assert.deepEqual(await statuses(), ['PENDING', 'THROTTLED', 'THROTTLED']);
  providers.advance(1.6);
  assert.deepEqual(await statuses(), ['SUCCEEDED', 'PENDING', 'THROTTLED']);
  providers.advance(4);
  assert.deepEqual(await statuses(), ['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
});

test('After the day’s number of generations 429, and tomorrow again', async (t) => {
  const providers = await providersFor(t);
  await providers.control('/_sandbox/providers/runway/options', { daily: 1 });
  const runway = runwayOf(providers);
  const statuses = [(await runway.create()).status, (await runway.create()).status, (await runway.create({ model: 'gen4_turbo' })).status];

  providers.advance(86_401);

  assert.deepEqual(statuses, [200, 429, 200]);
  assert.equal((await runway.create()).status, 200);
});

test('A running task that is deleted is cancelled and costs nothing; it and a deleted finished one are gone', async (t) => {
  const providers = await providersFor(t);
  const runway = runwayOf(providers);
  const finished = (await runway.create()).body.id;
  providers.advance(3);
  const link = (await runway.task(finished)).output[0];
  const live = (await runway.create()).body.id;

  const gone = await Promise.all([finished, live].map((id) => runway(`/v1/tasks/${id}`, undefined, { method: 'DELETE' })));

  assert.deepEqual(
    gone.map(({ status }) => status),
    [204, 204],
  );
  assert.deepEqual([(await runway(`/v1/tasks/${live}`)).status, (await fetch(link)).status], [404, 404]);
  const { jobs, bill } = await providers.state('runway');
  assert.deepEqual([jobs.map(({ state }) => state), bill.amount], [['succeeded', 'cancelled'], '0.24']);
});
