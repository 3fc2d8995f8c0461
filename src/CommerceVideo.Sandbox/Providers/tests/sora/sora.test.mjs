import assert from 'node:assert/strict';
import test from 'node:test';
import { listenerFor, picture, probe, until } from '../support.mjs';
import { dataUri, order, soraOf, soraThen } from './support.mjs';

test('A video is queued, made, told with its dates, and downloaded with the key', async (t) => {
  const providers = await soraThen(t);
  const sora = soraOf(providers);

  const { status, body } = await sora.create({ seconds: '8' });
  assert.deepEqual([status, body.object, body.status, body.progress, body.error], [200, 'video', 'queued', 0, null]);
  providers.advance(1);
  assert.equal((await sora.video(body.id)).status, 'in_progress');
  providers.advance(3);

  const done = await sora.video(body.id);
  assert.deepEqual([done.status, done.progress, done.seconds, done.size], ['completed', 100, '8', '720x1280']);
  assert.equal(done.expires_at - done.completed_at, 86400);
  const clip = probe(t, Buffer.from(await (await fetch(sora.content(body.id))).arrayBuffer()));
  assert.deepEqual([clip.fps, clip.sound, clip.frames], ['30/1', true, 240]);
  assert.equal((await providers.state('sora')).bill.amount, '0.80');
});

for (const [what, more, param] of [
  ['a length as a number', { seconds: 4 }, 'seconds'],
  ['another length', { seconds: '5' }, 'seconds'],
  ['a size of the larger model', { size: '1024x1792' }, 'size'],
  ['another model', { model: 'sora-1' }, 'model'],
  ['no words', { prompt: '' }, 'prompt'],
  ['a field nobody knows', { seed: 7 }, 'seed'],
  ['a picture of other pixels', { size: '1280x720' }, 'input_reference'],
  ['two pictures', { input_reference: { image_url: 'data:', file_id: 'file-1' } }, 'input_reference'],
  ['bare base64', { input_reference: { image_url: picture().toString('base64') } }, 'input_reference'],
  [
    'a GIF',
    { input_reference: { image_url: `data:image/gif;base64,${picture({ size: '720x1280', kind: 'gif' }).toString('base64')}` } },
    'input_reference',
  ],
]) {
  test(`${what} is refused with the member's name`, async (t) => {
    const providers = await soraThen(t);

    const { status, body } = await soraOf(providers).create(more);

    assert.deepEqual([status, body.error.type, body.error.param], [400, 'invalid_request_error', param]);
    assert.deepEqual((await providers.state('sora')).jobs, []);
  });
}

test('The larger model has taller frames and its own price', async (t) => {
  const providers = await soraThen(t);
  const tall = { image_url: dataUri({ size: '1024x1792' }) };

  const { status } = await soraOf(providers).create({ model: 'sora-2-pro', size: '1024x1792', input_reference: tall });
  providers.advance(3);

  assert.deepEqual([status, (await providers.state('sora')).bill.amount], [200, '2.00']);
});

test('A form with the picture as a file is taken as well', async (t) => {
  const providers = await soraThen(t);
  const form = new FormData();
  Object.entries({ prompt: 'slow push in', seconds: '4' }).forEach(([name, value]) => form.append(name, value));
  form.append('input_reference', new File([picture({ size: '720x1280' })], 'dress.png', { type: 'image/png' }));

  const reply = await fetch(`${soraOf(providers).address}/v1/videos`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sandbox-sora-key' },
    body: form,
  });

  const { model, size } = await reply.json();
  assert.deepEqual([reply.status, model, size], [200, 'sora-2', '720x1280']);
});

test('The list is newest first, in pages, without what was deleted', async (t) => {
  const providers = await soraThen(t);
  const sora = soraOf(providers);
  const ids = [];
  for (const prompt of ['one', 'two', 'three']) {
    ids.push((await sora.create({ prompt })).body.id);
    providers.advance(3);
  }
  assert.deepEqual((await sora(`/v1/videos/${ids[1]}`, undefined, { method: 'DELETE' })).body, {
    id: ids[1],
    object: 'video.deleted',
    deleted: true,
  });

  const first = (await sora('/v1/videos?limit=1')).body;
  const second = (await sora(`/v1/videos?limit=1&after=${first.last_id}`)).body;

  assert.deepEqual([first.data.map(({ id }) => id), first.has_more], [[ids[2]], true]);
  assert.deepEqual([second.data.map(({ prompt }) => prompt), second.has_more], [['one'], false]);
  assert.equal((await sora('/v1/videos?limit=101')).status, 400);
  assert.equal((await sora(`/v1/videos/${ids[1]}`)).status, 404);
});

test('A live video cannot be deleted, and an old one can no longer be downloaded', async (t) => {
  const providers = await soraThen(t);
  const sora = soraOf(providers);
  const { id } = (await sora.create()).body;
  assert.equal((await sora(`/v1/videos/${id}`, undefined, { method: 'DELETE' })).status, 400);
  assert.equal((await fetch(sora.content(id))).status, 404);
  providers.advance(24 * 3600 + 5);

  assert.equal((await fetch(sora.content(id))).status, 404);
  assert.equal((await sora.video(id)).status, 'completed');
});

for (const [prompt, code, message] of [
  ['#mod-out', 'moderation_blocked', /moderation/],
  ['#fail', 'video_generation_failed', /failed/],
  ['#fail:server_error', 'server_error', /failed/],
]) {
  test(`${prompt} ends the video failed with ${code}, at no cost`, async (t) => {
    const providers = await soraThen(t);
    const { id } = (await soraOf(providers).create({ prompt })).body;
    providers.advance(3);

    const { status, error } = await soraOf(providers).video(id);

    assert.deepEqual([status, error.code], ['failed', code]);
    assert.match(error.message, message);
    assert.equal((await providers.state('sora')).bill.amount, '0.00');
  });
}

for (const [prompt, status, code] of [
  ['#rate', 429, 'rate_limit_exceeded'],
  ['#balance', 429, 'insufficient_quota'],
  ['#retired', 404, 'model_not_found'],
  ['#mod-in', 400, 'moderation_blocked'],
  ['#refuse:410', 410, null],
]) {
  test(`${prompt} is refused with ${status} ${code}`, async (t) => {
    const refused = await soraOf(await soraThen(t)).create({ prompt });

    assert.deepEqual([refused.status, refused.body.error.code], [status, code]);
  });
}

test('The project’s webhook is told of each end, signed', async (t) => {
  const app = await listenerFor(t);
  const providers = await soraThen(t);
  await providers.control('/_sandbox/providers/sora/options', { webhook: `${app.address}/hook` });
  const { id } = (await soraOf(providers).create()).body;
  providers.advance(3);
  await until(() => app.received.length === 1);

  const [{ body, headers }] = app.received;

  assert.deepEqual([body.type, body.data, body.object], ['video.completed', { id }, 'event']);
  assert.match(headers['webhook-signature'], /^v1,/);
});

test('From its last day on, by this clock, whatever is called is gone and counted', async (t) => {
  const providers = await soraThen(t, {}, Date.parse('2026-09-23T23:59:58Z'));
  const sora = soraOf(providers);
  const { id } = (await sora.create()).body;
  providers.advance(3);

  const answers = [await sora.create(), await sora(`/v1/videos/${id}`), await sora('/v1/videos'), await sora(`/v1/videos/${id}/content`)];

  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.error.code]),
    Array(4).fill([404, 'unknown_url']),
  );
  assert.equal((await providers.state('sora')).refusedCalls, 4);
  await providers.control('/_sandbox/providers/sora/options', { retired: null });
  assert.equal((await sora.video(id)).status, 'completed');
  assert.equal((await sora('/v1/videos', order())).status, 200);
});
