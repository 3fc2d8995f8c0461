import assert from 'node:assert/strict';
import test from 'node:test';
import { base64, picture, probe, providersFor } from '../support.mjs';
import { agentsOf, data, order } from './support.mjs';

test('A generation goes from queued over processing to a link that lives an hour, and costs by its clip', async (t) => {
  const providers = await providersFor(t);
  const luma = agentsOf(providers);

  const created = await luma.create();
  const { id } = created.body;
  assert.deepEqual([created.status, created.body.state, created.body.output], [201, 'queued', []]);
  providers.advance(0.9);
  assert.equal((await luma.generation(id)).state, 'processing');
  providers.advance(1);
  const done = await luma.generation(id);
  assert.deepEqual([done.state, done.failure_code, done.output[0].type], ['completed', null, 'video']);
  const clip = probe(t, Buffer.from(await (await fetch(done.output[0].url)).arrayBuffer()));
  providers.advance(3600);
  const fresh = (await luma.generation(id)).output[0].url;

  assert.deepEqual([clip.codec, clip.fps, clip.frames, clip.width, clip.height, clip.sound], ['h264', '24/1', 120, 54, 96, false]);
  assert.deepEqual([(await fetch(done.output[0].url)).status, (await fetch(fresh)).status], [403, 200]);
  assert.equal((await providers.state('luma')).bill.amount, '0.15');
});

test('Ten seconds take keyframes and cost three times as much', async (t) => {
  const providers = await providersFor(t);
  const luma = agentsOf(providers);
  const two = { duration: '10s', start_frame: undefined, keyframes: [data(), data()], keyframe_indexes: [0, 240] };

  const { id } = (await luma.create({}, { ...two, resolution: '720p' })).body;
  providers.advance(3);

  assert.equal((await luma.generation(id)).state, 'completed');
  assert.equal((await providers.state('luma')).bill.amount, '0.90');
});

const keyframes = [data()];
for (const [name, more, video, words] of [
  ['a field that is not there', { negative_prompt: 'blur' }, {}, /negative_prompt/],
  ['a seed', {}, { seed: 1 }, /seed/],
  ['a duration as a number', {}, { duration: 5 }, /duration must be a string/],
  ['seven seconds', {}, { duration: '7s' }, /duration/],
  ['4:5', { aspect_ratio: '4:5' }, {}, /aspect_ratio/],
  ['no prompt', { prompt: '' }, {}, /prompt/],
  ['more than 6000 characters', { prompt: 'a'.repeat(6001) }, {}, /prompt/],
  ['a start frame at ten seconds', {}, { duration: '10s' }, /use keyframes/],
  ['an index past the end', {}, { start_frame: undefined, keyframes, keyframe_indexes: [121] }, /keyframe_indexes/],
  ['keyframes without indexes', {}, { start_frame: undefined, keyframes }, /keyframe_indexes/],
  ['a loop with an end', {}, { loop: true, end_frame: data() }, /loop/],
  ['two sources in one anchor', {}, { start_frame: { ...data(), url: 'https://example.com/a.png' } }, /exactly one/],
  ['data without its type', {}, { start_frame: { data: base64() } }, /media_type/],
  ['another model', { model: 'ray-2' }, {}, /model/],
]) {
  test(`Refused with 400: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await agentsOf(providers).create(more, video);

    assert.equal(refused.status, 400, refused.text);
    assert.match(refused.body.detail, words);
    const { jobs, refusedCalls } = await providers.state('luma');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

for (const [name, start] of [
  ['a data URI', { data: `data:image/png;base64,${base64()}`, media_type: 'image/png' }],
  ['a GIF', { data: base64({ kind: 'gif' }), media_type: 'image/png' }],
  ['half a JPEG', { data: picture({ kind: 'jpg' }).subarray(0, 4000).toString('base64'), media_type: 'image/jpeg' }],
  ['another type than it says', { data: base64(), media_type: 'image/jpeg' }],
  ['an address that cannot be reached', { url: 'https://example.com/a.png' }],
  ['a file nobody sent', { file_id: 'file_1' }],
]) {
  test(`Refused with 422: ${name}`, async (t) => {
    const refused = await agentsOf(await providersFor(t)).create({}, { start_frame: start });

    assert.equal(refused.status, 422, refused.text);
    assert.match(refused.body.detail, /^Image /);
  });
}

test('A finished generation can be the anchor of the next', async (t) => {
  const providers = await providersFor(t);
  const luma = agentsOf(providers);
  const { id } = (await luma.create()).body;
  assert.equal((await luma.create({}, { start_frame: { generation_id: id } })).status, 422);
  providers.advance(3);

  assert.equal((await luma.create({}, { start_frame: { generation_id: id } })).status, 201);
});

test('Without a key 401, with the other platform’s too; an unknown id is 404', async (t) => {
  const providers = await providersFor(t);
  const luma = agentsOf(providers);
  const other = { headers: { Authorization: `Bearer ${providers.ready.providers.luma.legacyKey}` } };

  assert.equal((await luma('/generations', order(), { headers: { Authorization: '' } })).status, 401);
  assert.equal((await luma('/generations', order(), other)).status, 401);
  assert.equal((await luma('/generations/none')).status, 404);
  assert.equal((await luma('/generations')).status, 405);
});
