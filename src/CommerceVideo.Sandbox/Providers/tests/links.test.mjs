import assert from 'node:assert/strict';
import test from 'node:test';
import { klingOf } from './kling/support.mjs';
import { runwayOf } from './runway/support.mjs';
import { providersFor } from './support.mjs';

async function finished(t, prompt = 'a dress') {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const { id } = (await kling.create({ prompt, settings: { duration: 3 } })).body.data;
  providers.advance(3);
  return { providers, kling, id, link: async () => (await kling.task(id)).outputs[0].url };
}

test('A link that was changed, or is older than it may be, is 403', async (t) => {
  const { providers, id, link } = await finished(t);
  const url = await link();
  const status = async (address) => (await fetch(address)).status;

  assert.equal(await status(url), 200);
  assert.equal(await status(url.replace(/expires=\d+/, 'expires=9999999999')), 403);
  assert.equal(await status(url.split('?')[0]), 403);
  assert.equal(await status(url.replace(id, '1')), 404);
  providers.advance(30 * 86_400 - 10);
  assert.equal(await status(url), 200);
  providers.advance(10);
  assert.deepEqual([await status(url), await status(await link())], [403, 403]);
  assert.equal((await providers.state('kling')).jobs[0].downloads, 2);
});

test('Runway’s links live a day, and asking again brings a fresh one', async (t) => {
  const providers = await providersFor(t);
  const runway = runwayOf(providers);
  const { id } = (await runway.create()).body;
  providers.advance(3);
  const [old] = (await runway.task(id)).output;
  providers.advance(86_401);
  const [fresh] = (await runway.task(id)).output;

  assert.deepEqual([(await fetch(old)).status, (await fetch(fresh)).status], [403, 200]);
});

for (const header of ['Authorization', 'x-api-key', 'x-goog-api-key']) {
  test(`A download that carries ${header} is refused and noted, without what it carried`, async (t) => {
    const { providers, link } = await finished(t);

    const refused = await fetch(await link(), { headers: { [header]: 'Bearer sandbox-kling-key' } });

    assert.equal(refused.status, 400);
    const state = await providers.state('kling');
    assert.deepEqual([state.refusedCalls, state.jobs[0].downloads], [1, 0]);
    assert.match(state.refused[0].message, new RegExp(header, 'i'));
    assert.ok(!JSON.stringify(state).includes('sandbox-kling-key'));
  });
}

test('A range, a HEAD, a link that is too old from the start, a download that breaks', async (t) => {
  const { link } = await finished(t, '#expired-url #download-cut');
  assert.equal((await fetch(await link())).status, 403);
  const url = await link();

  await assert.rejects((await fetch(url)).arrayBuffer());
  const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
  const part = await fetch(url, { headers: { Range: 'bytes=10-19' } });
  const head = await fetch(url, { method: 'HEAD' });

  assert.deepEqual([part.status, Buffer.from(await part.arrayBuffer())], [206, whole.subarray(10, 20)]);
  assert.deepEqual(
    [head.status, head.headers.get('content-length'), head.headers.get('content-type')],
    [200, String(whole.length), 'video/mp4'],
  );
  assert.equal((await fetch(url, { headers: { Range: `bytes=${whole.length}-` } })).status, 416);
});

test('One clip serves every job of the same picture, look, length and size', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const ids = [];
  for (const duration of [3, 3, 4]) {
    ids.push((await kling.create({ settings: { duration } })).body.data.id);
  }
  providers.advance(3);

  const urls = await Promise.all(ids.map(async (id) => (await kling.task(id)).outputs[0].url));
  await Promise.all(urls.map(async (url) => (await fetch(url)).arrayBuffer()));

  assert.equal(providers.world.clips.made, 2);
});
