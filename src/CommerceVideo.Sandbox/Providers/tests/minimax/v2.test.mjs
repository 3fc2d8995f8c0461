import assert from 'node:assert/strict';
import test from 'node:test';
import { picture, probe, providersFor } from '../support.mjs';
import { dataUri, minimaxOf } from './support.mjs';

test('A task goes from queued over running to a link with its usage, and costs its seconds', async (t) => {
  const providers = await providersFor(t);
  const minimax = minimaxOf(providers);

  const created = await minimax.createV2();
  const { task_id: id } = created.body;
  assert.deepEqual(Object.keys(created.body), ['task_id']);
  const queued = await minimax.v2(id);
  assert.deepEqual([queued.status, queued.created_at, queued.usage], ['queued', Date.parse('2026-11-22T12:00:00Z') / 1000, {}]);
  providers.advance(0.9);
  assert.equal((await minimax.v2(id)).status, 'running');
  providers.advance(1);
  const done = await minimax.v2(id);
  assert.deepEqual([done.status, done.usage.output_seconds, done.duration], ['succeeded', 5, 5]);

  const clip = probe(t, Buffer.from(await (await fetch(done.content.url)).arrayBuffer()));

  assert.deepEqual([clip.fps, clip.seconds, clip.sound, clip.width, clip.height], ['24/1', 5, true, 76, 102]);
  assert.equal((await providers.state('minimax')).bill.amount, '0.40');
});

const image = (role, url = dataUri()) => ({ type: 'image_url', image_url: { url }, role });

test('Nine references are taken without a frame, and those beyond the fifth cost', async (t) => {
  const providers = await providersFor(t);
  const minimax = minimaxOf(providers);
  const content = (count) => [{ type: 'text', text: 'a coat' }, ...Array.from({ length: count }, () => image('reference_image'))];

  const statuses = [];
  for (const count of [5, 9, 10]) {
    statuses.push((await minimax.createV2({ content: content(count) })).status);
  }
  providers.advance(5);

  assert.deepEqual(statuses, [200, 200, 400]);
  const { jobs } = await providers.state('minimax');
  assert.deepEqual(
    jobs.map(({ pictures, bill }) => [pictures.length, bill.amount]),
    [
      [5, '0.40'],
      [9, '0.56'],
    ],
  );
});

for (const [name, body, message] of [
  ['an unknown field', { seed: 1 }, /seed/],
  ['a watermark, which only regeneration knows', { aigc_watermark: false }, /aigc_watermark/],
  ['no prompt', { prompt: ' ' }, /prompt/],
  ['two prompts', { more: [{ type: 'text', text: 'again' }] }, /text/],
  ['a prompt over 7000 characters', { prompt: 'x'.repeat(7001) }, /7000/],
  ['frames with references', { more: [image('reference_image')] }, /mixed/],
  ['two first frames', { more: [image('first_frame')] }, /role/],
  ['a duration as a string', { duration: '5' }, /duration/],
  ['16 seconds', { duration: 16 }, /duration/],
  ['no resolution', { resolution: undefined }, /resolution/],
  ['1080P', { resolution: '1080P' }, /resolution/],
  ['bare base64', { picture: picture().toString('base64') }, /image/],
  ['a side of 255', { picture: dataUri({ size: '255x400' }) }, /image/],
]) {
  test(`Refused with 400 and its number in brackets: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await minimaxOf(providers).createV2(body);

    assert.deepEqual([refused.status, refused.body.type, refused.body.error.http_code], [400, 'error', '400']);
    assert.match(refused.body.error.message, message);
    assert.match(refused.body.error.message, /\(2013\)$/);
    const { jobs, refusedCalls } = await providers.state('minimax');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

for (const [keyword, status, code, type] of [
  ['#rate', 429, 1002, 'rate_limit_error'],
  ['#throttle', 429, 1041, 'rate_limit_error'],
  ['#balance', 402, 1008, 'insufficient_balance_error'],
  ['#mod-in', 422, 1026, 'unprocessable_entity_error'],
  ['#badimg', 400, 2013, 'bad_request_error'],
  ['#5xx-before', 500, 1000, 'server_error'],
]) {
  test(`${keyword} is refused with ${status} and ${code}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await minimaxOf(providers).createV2({ prompt: keyword });

    assert.deepEqual([refused.status, refused.body.error.type], [status, type]);
    assert.match(refused.body.error.message, new RegExp(`\\(${code}\\)$`));
    assert.deepEqual((await providers.state('minimax')).jobs, []);
  });
}

test('A first and a last frame go together; the wrong key is 401', async (t) => {
  const minimax = minimaxOf(await providersFor(t));

  assert.equal((await minimax.createV2({ more: [image('last_frame')] })).status, 200);
  assert.equal((await minimax('/v2/query/video_generation', undefined, { headers: { Authorization: 'Bearer abc' } })).status, 401);
});

test('The list tells the tasks of a week, the newest first, by filter and page, and never a prompt', async (t) => {
  const providers = await providersFor(t);
  const minimax = minimaxOf(providers);
  const ids = [];
  for (const prompt of ['one', 'two #mod-out', 'three']) {
    ids.push((await minimax.createV2({ prompt })).body.task_id);
  }
  providers.advance(3);
  const list = async (query = '') => (await minimax(`/v2/query/video_generation${query}`)).body;

  const all = await list();
  const failed = await list('?filter.status=failed&filter.model=MiniMax-H3');
  const second = await list('?page_num=2&page_size=2');
  const two = await list(`?filter.task_ids=${ids[0]}&filter.task_ids=${ids[2]}`);

  assert.deepEqual([all.total, all.items.map(({ id }) => id)], [3, ids.toReversed()]);
  assert.ok(!JSON.stringify(all).includes('three'));
  assert.deepEqual([failed.total, failed.items[0].error.code], [1, '1027']);
  assert.deepEqual([second.items.map(({ id }) => id), two.total], [[ids[0]], 2]);
  assert.equal((await minimax('/v2/query/video_generation?filter.prompt=a')).status, 400);
  providers.advance(7 * 86_400);
  assert.equal((await list()).total, 0);
});

test('DELETE cancels what is queued, deletes what is over, and refuses what runs', async (t) => {
  const providers = await providersFor(t);
  const minimax = minimaxOf(providers);
  const create = async () => (await minimax.createV2()).body.task_id;
  const remove = (id) => minimax(`/v2/video_generation/${id}`, undefined, { method: 'DELETE' });
  const [running, queued] = [await create(), await create()];

  const cancelled = await remove(queued);
  providers.advance(0.9);
  const refused = await remove(running);
  providers.advance(1);
  const deleted = await remove(running);

  assert.deepEqual([cancelled.body.action, refused.status, deleted.body.action], ['cancelled', 400, 'deleted']);
  assert.equal((await minimax.v2(queued)).status, 'cancelled');
  assert.equal((await minimax(`/v2/query/video_generation/${running}`)).status, 400);
  assert.equal((await providers.state('minimax')).bill.amount, '0.40');
});
