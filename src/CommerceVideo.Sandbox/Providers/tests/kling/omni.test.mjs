import assert from 'node:assert/strict';
import test from 'node:test';
import { base64, probe, providersFor } from '../support.mjs';
import { klingOf } from './support.mjs';

const path = '/v1/videos/omni-video';

/** A body that is right; members are put in their places, `undefined` takes one out. */
const order = (more = {}) => ({
  model_name: 'kling-v3-omni',
  prompt: 'The person is the one in <<<image_2>>>. Slow walk.',
  image_list: [{ image_url: base64(), type: 'first_frame' }, { image_url: base64() }],
  mode: 'std',
  duration: '3',
  sound: 'off',
  ...more,
});

test('Reference pictures beside a first frame make a clip in the frame\'s shape, told as a legacy task', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);

  const made = await kling(path, order({ external_task_id: 'ours' }));
  providers.advance(10);

  const { data } = (await kling(`${path}/ours`)).body;
  assert.deepEqual([made.status, made.body.data.task_id, data.task_status], [200, data.task_id, 'succeed']);
  const clip = probe(t, Buffer.from(await (await fetch(data.task_result.videos[0].url)).arrayBuffer()));
  assert.ok(Math.abs(clip.width / clip.height - 600 / 800) < 0.03, `${clip.width}x${clip.height}`);
  const { jobs, bill } = await providers.state('kling');
  assert.deepEqual([jobs.length, bill.amount], [1, '0.252']);
});

test('Without a first frame the ratio that was asked for is the clip\'s', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const body = order({ aspect_ratio: '9:16', image_list: [{ image_url: base64() }, { image_url: base64() }] });

  const { task_id: id } = (await kling(path, body)).body.data;
  providers.advance(10);

  const { data } = (await kling(`${path}/${id}`)).body;
  const clip = probe(t, Buffer.from(await (await fetch(data.task_result.videos[0].url)).arrayBuffer()));
  assert.ok(Math.abs(clip.width / clip.height - 9 / 16) < 0.03, `${clip.width}x${clip.height}`);
});

for (const [name, more, code] of [
  ['no model, which means another one', { model_name: undefined }, 1203],
  ['another model', { model_name: 'kling-v3' }, 1203],
  ['an eighth picture', { image_list: Array.from({ length: 8 }, () => ({ image_url: base64() })), aspect_ratio: '1:1' }, 1201],
  ['no pictures', { image_list: undefined, prompt: 'a coat' }, 1201],
  ['a type that is not there', { image_list: [{ image_url: base64(), type: 'reference' }] }, 1201],
  ['an end without a beginning', { image_list: [{ image_url: base64(), type: 'end_frame' }], prompt: 'a', aspect_ratio: '1:1' }, 1201],
  ['a ratio beside a first frame', { aspect_ratio: '9:16' }, 1201],
  ['references without a ratio', { image_list: [{ image_url: base64() }], prompt: 'a' }, 1201],
  ['a ratio that is not offered', { image_list: [{ image_url: base64() }], prompt: 'a', aspect_ratio: '4:5' }, 1201],
  ['a picture that is named and not there', { prompt: 'as in <<<image_3>>>' }, 1201],
  ['an element of nobody', { element_list: [{ element_id: '163' }] }, 1201],
  ['a length as a number', { duration: 3 }, 1201],
  ['a member of another page', { negative_prompt: 'hands' }, 1201],
  ['a data URI', { image_list: [{ image_url: `data:image/png;base64,${base64()}`, type: 'first_frame' }], prompt: 'a' }, 1201],
  ['a small reference', { image_list: [{ image_url: base64(), type: 'first_frame' }, { image_url: base64({ size: '200x300' }) }] }, 1201],
]) {
  test(`Omni refuses ${name} with ${code}, and makes nothing`, async (t) => {
    const providers = await providersFor(t);

    const refused = await klingOf(providers)(path, order(more));

    assert.equal(refused.body.code, code, refused.text);
    assert.deepEqual((await providers.state('kling')).jobs, []);
  });
}

test('Omni is on no other path, and its tasks are told on its own only', async (t) => {
  const kling = klingOf(await providersFor(t, { hiddenSeconds: 0 }));
  const { task_id: id } = (await kling(path, order())).body.data;

  assert.equal((await kling.create({}, 'kling-3.0-omni')).body.code, 1203);
  assert.equal((await kling.createLegacy({ model_name: 'kling-v3-omni' })).body.code, 1203);
  assert.equal((await kling(`/v1/videos/image2video/${id}`)).body.code, 1203);
});
