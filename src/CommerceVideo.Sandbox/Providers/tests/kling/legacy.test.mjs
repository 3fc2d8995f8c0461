import assert from 'node:assert/strict';
import test from 'node:test';
import { base64, providersFor } from '../support.mjs';
import { jwt, klingOf } from './support.mjs';

const seconds = (providers) => Math.floor(providers.clock.now() / 1000);

test('The legacy standard has its own words: succeed, task_result, final_unit_deduction', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);

  const created = await kling.createLegacy({ mode: 'pro', sound: 'on', duration: '5', external_task_id: 'gen-2' });
  const { task_id: id } = created.body.data;
  providers.advance(1.2);
  const running = (await kling(`/v1/videos/image2video/${id}`)).body.data;
  providers.advance(1);
  const done = (await kling('/v1/videos/image2video/gen-2')).body.data;

  assert.deepEqual([created.body.data.task_status, created.body.data.task_info], ['submitted', { external_task_id: 'gen-2' }]);
  assert.equal(running.task_status, 'processing');
  assert.deepEqual([done.task_status, done.final_unit_deduction, done.task_result.videos[0].duration], ['succeed', '6.0', '5.1']);
  assert.equal((await kling('/v1/videos/image2video?pageNum=1&pageSize=10')).body.data.length, 1);
  assert.equal((await kling('/v1/videos/image2video?pageSize=501')).body.code, 1201);
  assert.deepEqual((await kling(`/tasks?task_ids=${id}`)).body.data, []);
});

test('A JWT of access key and secret key opens the legacy paths only', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const now = seconds(providers);
  const code = async (token, path = '/v1/videos/image2video') => (await kling.as(token)(path)).body.code;

  assert.equal(await code(jwt(now)), 0);
  assert.equal(await code(jwt(now), '/tasks?task_ids=1'), 1002);
  assert.equal(await code(jwt(now, { exp: now })), 1004);
  assert.equal(await code(jwt(now, { nbf: now + 60 })), 1003);
  assert.equal(await code(jwt(now, { iss: 'someone' })), 1000);
  assert.equal(await code(jwt(now, { secret: 'another' })), 1002);
  assert.equal(await code(jwt(now, { iat: now })), 1002);
  assert.equal(await code(jwt(now, { header: { alg: 'none', typ: 'JWT' } })), 1002);
  assert.equal(await code('wrong-key'), 1002);
});

test('A JWT dies with the clock, and nothing is done without a Bearer', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const token = jwt(seconds(providers));
  providers.advance(1801);

  const old = await kling.as(token)('/v1/videos/image2video');
  const none = await kling('/tasks?task_ids=1', undefined, { headers: { Authorization: '' } });
  const key = await kling('/tasks?task_ids=1', undefined, { headers: { Authorization: 'Key sandbox-kling-key' } });

  assert.deepEqual([old.status, old.body.code], [401, 1004]);
  assert.deepEqual([none.status, none.body.code], [401, 1001]);
  assert.deepEqual([key.status, key.body.code], [401, 1002]);
});

for (const [name, body, code] of [
  ['a duration as a number', { duration: 5 }, 1201],
  ['a length the model has not', { model_name: 'kling-v2-6', duration: '7' }, 1201],
  ['a data URI', { image: `data:image/png;base64,${base64()}` }, 1201],
  ['no picture', { image: undefined }, 1201],
  ['cfg_scale, which went with the old models', { cfg_scale: 0.5 }, 1201],
  ['a model that is gone', { model_name: 'kling-v1-6' }, 1203],
  ['no model, which means kling-v1', { model_name: undefined }, 1203],
  ['shots without their kind', { multi_shot: true, multi_prompt: [{ index: 1, prompt: 'a', duration: '5' }] }, 1201],
]) {
  test(`Legacy refuses ${name}`, async (t) => {
    const refused = await klingOf(await providersFor(t)).createLegacy(body);

    assert.equal(refused.body.code, code, refused.text);
  });
}

test('Shots of a legacy order add up and cut', async (t) => {
  const providers = await providersFor(t);
  const shots = [
    { index: 1, prompt: 'front', duration: '2' },
    { index: 2, prompt: 'detail', duration: '3' },
  ];

  const made = await klingOf(providers).createLegacy({ prompt: undefined, multi_shot: true, shot_type: 'customize', multi_prompt: shots });

  assert.equal(made.status, 200, made.text);
  assert.equal((await providers.state('kling')).jobs[0].prompt, 'front detail');
});
