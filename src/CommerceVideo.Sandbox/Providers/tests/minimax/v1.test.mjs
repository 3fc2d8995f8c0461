import assert from 'node:assert/strict';
import test from 'node:test';
import { picture, probe, providersFor } from '../support.mjs';
import { dataUri, minimaxOf } from './support.mjs';

test('A task goes from Preparing over Processing to a file with a link, and costs its clip', async (t) => {
  const providers = await providersFor(t);
  const minimax = minimaxOf(providers);

  const created = await minimax.createV1();
  const { task_id: id } = created.body;
  assert.deepEqual([created.status, created.body.base_resp.status_code], [200, 0]);
  assert.equal((await minimax.v1(id)).status, 'Preparing');
  providers.advance(0.9);
  assert.equal((await minimax.v1(id)).status, 'Processing');
  providers.advance(1);
  const done = await minimax.v1(id);
  assert.equal(done.status, 'Success');
  assert.deepEqual([done.video_width, done.video_height], [768, 1024]);
  const { file } = (await minimax(`/v1/files/retrieve?file_id=${done.file_id}`)).body;

  const clip = probe(t, Buffer.from(await (await fetch(file.download_url)).arrayBuffer()));

  assert.deepEqual([clip.codec, clip.fps, clip.seconds, clip.sound, clip.width, clip.height], ['h264', '24/1', 6, false, 76, 102]);
  assert.equal((await providers.state('minimax')).bill.amount, '0.28');
});

for (const [name, body, message] of [
  ['an unknown field', { negative_prompt: 'blur' }, /negative_prompt/],
  ['a last frame on 2.3', { last_frame_image: dataUri() }, /last_frame_image/],
  ['a duration as a string', { duration: '6' }, /duration/],
  ['7 seconds', { duration: 7 }, /duration/],
  ['10 seconds at 1080P', { duration: 10, resolution: '1080P' }, /1080P/],
  ['a prompt over 2000 characters', { prompt: 'x'.repeat(2001) }, /prompt/],
  ['bare base64', { first_frame_image: picture().toString('base64') }, /image/],
  ['a short side of 300', { first_frame_image: dataUri({ size: '300x400' }) }, /image/],
  ['a ratio of 1:3', { first_frame_image: dataUri({ size: '302x906' }) }, /image/],
  ['a model nobody has', { model: 'video-01' }, /model/],
]) {
  test(`Refused with HTTP 200 and 2013: ${name}`, async (t) => {
    const providers = await providersFor(t);

    const refused = await minimaxOf(providers).createV1(body);

    assert.deepEqual([refused.status, refused.body.base_resp.status_code], [200, 2013]);
    assert.match(refused.body.base_resp.status_msg, message);
    const { jobs, refusedCalls } = await providers.state('minimax');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

test('02 takes a last frame and 512P', async (t) => {
  const minimax = minimaxOf(await providersFor(t));

  const taken = await minimax.createV1({ model: 'MiniMax-Hailuo-02', last_frame_image: dataUri(), resolution: '512P' });

  assert.equal(taken.body.base_resp.status_code, 0);
});

test('A key that is missing, and one that is wrong, have codes of their own', async (t) => {
  const minimax = minimaxOf(await providersFor(t));
  const code = async (Authorization) =>
    (await minimax('/v1/query/video_generation?task_id=1', undefined, { headers: { Authorization } })).body.base_resp.status_code;

  assert.deepEqual([await code(''), await code('Token abc'), await code('Bearer abc')], [1004, 1004, 2049]);
});

for (const [keyword, code] of [
  ['#rate', 1002],
  ['#throttle', 1041],
  ['#balance', 1008],
  ['#mod-in', 1026],
  ['#badimg', 2013],
  ['#retired', 2013],
  ['#refuse:2056', 2056],
]) {
  test(`${keyword} is refused with ${code} and nothing is made`, async (t) => {
    const providers = await providersFor(t);

    const refused = await minimaxOf(providers).createV1({ prompt: keyword });

    assert.deepEqual([refused.status, refused.body.base_resp.status_code], [200, code]);
    const { jobs, refusedCalls } = await providers.state('minimax');
    assert.deepEqual([jobs, refusedCalls], [[], 0]);
  });
}

test('A task against the rules ends in Fail with 1027, for nothing; a lost answer leaves a task nobody can look up', async (t) => {
  const providers = await providersFor(t);
  const minimax = minimaxOf(providers);
  const { task_id: id } = (await minimax.createV1({ prompt: '#mod-out' })).body;
  const lost = await minimax.createV1({ prompt: '#5xx-after' });
  providers.advance(3);

  const failed = await minimax.v1(id);

  assert.deepEqual([failed.status, failed.base_resp.status_code, failed.file_id], ['Fail', 1027, undefined]);
  assert.equal(lost.status, 500);
  const { jobs, bill } = await providers.state('minimax');
  assert.deepEqual([jobs.length, bill.amount], [2, '0.28']);
});

test('A link lives for an hour, and no key may come to it', async (t) => {
  const providers = await providersFor(t);
  const minimax = minimaxOf(providers);
  const { task_id: id } = (await minimax.createV1()).body;
  providers.advance(3);
  const { file_id: file } = await minimax.v1(id);
  const link = async () => (await minimax(`/v1/files/retrieve?file_id=${file}`)).body.file.download_url;
  const old = await link();
  providers.advance(3601);

  assert.equal((await fetch(old)).status, 403);
  assert.equal((await fetch(await link(), { headers: { Authorization: 'Bearer sandbox-minimax-key' } })).status, 400);
  assert.equal((await fetch(await link())).status, 200);
});
