import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { picture, probe, providersFor } from '../support.mjs';
import { comfyOf, graph, withPhoto } from './support.mjs';

test('A prompt waits, runs, and leaves a file in the history, for nothing', async (t) => {
  const providers = await providersFor(t);
  const comfy = await withPhoto(providers);
  const id = randomUUID();

  const taken = await comfy.prompt(graph(), { prompt_id: id, client_id: 'me' });
  assert.deepEqual([taken.status, taken.body.prompt_id, taken.body.node_errors], [200, id, {}]);
  const [[number, waiting, nodes, extra, outputs]] = (await comfy.queue()).queue_pending;
  assert.deepEqual([waiting, nodes, extra.client_id, outputs], [id, graph(), 'me', ['save']]);
  assert.equal(typeof number, 'number');
  assert.equal(await comfy.history(id), undefined);
  providers.advance(0.9);
  assert.equal((await comfy.queue()).queue_running[0][1], id);
  providers.advance(1);
  const done = await comfy.history(id);
  const clip = probe(t, Buffer.from(await (await comfy.view(done.outputs.save.images[0])).arrayBuffer()));

  assert.deepEqual([done.status.status_str, done.status.completed], ['success', true]);
  assert.deepEqual(done.outputs.save, { images: [{ filename: 'clip_00001_.mp4', subfolder: 'shop', type: 'output' }], animated: [true] });
  assert.deepEqual([clip.codec, clip.fps, clip.frames, clip.width, clip.height, clip.sound], ['h264', '16/1', 33, 48, 84, false]);
  assert.deepEqual(await comfy.queue(), { queue_running: [], queue_pending: [] });
  assert.equal((await providers.state('comfyui')).bill.amount, '0.00');
});

test('The server makes an id where none is given, wants its own form of one, and takes each once', async (t) => {
  const comfy = await withPhoto(await providersFor(t));
  const id = randomUUID();

  const made = await comfy.prompt(graph());
  const odd = await comfy.prompt(graph(), { prompt_id: id.replaceAll('-', '') });
  const first = await comfy.prompt(graph(), { prompt_id: id });
  const second = await comfy.prompt(graph(), { prompt_id: id });

  assert.match(made.body.prompt_id, /^[0-9a-f-]{36}$/);
  assert.deepEqual([odd.status, odd.body.error.type], [400, 'invalid_prompt_id']);
  assert.deepEqual([first.status, second.status, second.body.error], [200, 409, 'prompt_id already exists']);
});

for (const [name, inputs, node, type] of [
  ['a side below the least', { start: { width: 8 } }, 'start', 'value_smaller_than_min'],
  ['a length that is no number', { start: { length: 'long' } }, 'start', 'invalid_input_type'],
  ['a model file that is not here', { model: { unet_name: 'other.safetensors' } }, 'model', 'value_not_in_list'],
  ['a picture nobody sent', { photo: { image: 'none.png' } }, 'photo', 'custom_validation_failed'],
  ['a missing input', { video: { fps: undefined } }, 'video', 'required_input_missing'],
  ['a link to nothing', { frames: { samples: ['nowhere', 0] } }, 'frames', 'bad_linked_input'],
  ['a link of another type', { frames: { samples: ['vae', 0] } }, 'frames', 'return_type_mismatch'],
]) {
  test(`Refused with its node's error: ${name}`, async (t) => {
    const providers = await providersFor(t);
    const comfy = await withPhoto(providers);

    const refused = await comfy.prompt(graph('a', inputs));

    assert.equal(refused.status, 400, refused.text);
    assert.equal(refused.body.error.type, 'prompt_outputs_failed_validation');
    assert.deepEqual(
      refused.body.node_errors[node].errors.map((error) => error.type),
      [type],
    );
    assert.deepEqual(refused.body.node_errors[node].dependent_outputs, ['save']);
    const { jobs, refusedCalls } = await providers.state('comfyui');
    assert.deepEqual([jobs, refusedCalls], [[], 1]);
  });
}

test('Refused as a whole: an unknown node, no output, no prompt, no JSON', async (t) => {
  const comfy = await withPhoto(await providersFor(t));
  const { save, ...headless } = graph();

  const unknown = await comfy.prompt({ ...graph(), more: { class_type: 'TheirNode', inputs: {} } });
  const none = await comfy.prompt(headless);
  const empty = await comfy('/prompt', {});
  const broken = await comfy('/prompt', 'no json');

  assert.equal(save.class_type, 'SaveVideo');
  assert.deepEqual([unknown.status, unknown.body.error.type, unknown.body.node_errors], [400, 'missing_node_type', {}]);
  assert.deepEqual([none.body.error.type, empty.body.error.type, broken.status], ['prompt_no_outputs', 'no_prompt', 500]);
});

test('What waits is taken out without a trace; what runs is interrupted by its id and says so', async (t) => {
  const providers = await providersFor(t);
  const comfy = await withPhoto(providers);
  const [running, waiting] = [randomUUID(), randomUUID()];
  await comfy.prompt(graph('#never'), { prompt_id: running });
  await comfy.prompt(graph(), { prompt_id: waiting });
  providers.advance(0.9);

  assert.equal((await comfy('/queue', { delete: [waiting, running] })).status, 200);
  assert.equal((await comfy('/interrupt', { prompt_id: waiting })).status, 200);
  assert.deepEqual([(await comfy.queue()).queue_running[0][1], (await comfy.queue()).queue_pending], [running, []]);
  assert.equal(await comfy.history(waiting), undefined);
  await comfy('/interrupt', { prompt_id: running });

  const { status } = await comfy.history(running);
  assert.deepEqual([status.status_str, status.completed, status.messages.at(-1)[0]], ['error', false, 'execution_interrupted']);
});

test('An interrupt that names nobody stops whatever runs; the next goes on', async (t) => {
  const providers = await providersFor(t);
  const comfy = await withPhoto(providers);
  await comfy.prompt(graph('#never'));
  const next = (await comfy.prompt(graph())).body.prompt_id;
  providers.advance(0.9);

  await comfy('/interrupt', undefined, { method: 'POST' });
  providers.advance(3);

  assert.equal((await comfy.history(next)).status.status_str, 'success');
});

test('A history that is cleared forgets the prompt, not its file; each file gets the next number', async (t) => {
  const providers = await providersFor(t);
  const comfy = await withPhoto(providers);
  const ids = [(await comfy.prompt(graph())).body.prompt_id, (await comfy.prompt(graph())).body.prompt_id];
  providers.advance(4);
  const [first, second] = await Promise.all(ids.map(async (id) => (await comfy.history(id)).outputs.save.images[0]));

  await comfy('/history', { clear: true });

  assert.deepEqual([first.filename, second.filename], ['clip_00001_.mp4', 'clip_00002_.mp4']);
  assert.deepEqual((await comfy('/history')).body, {});
  assert.equal((await comfy.view(first)).status, 200);
  assert.equal((await comfy.view({ ...first, filename: 'none.mp4' })).status, 404);
  assert.equal((await comfy.view({ ...first, filename: '../clip_00001_.mp4' })).status, 400);
});

test('A picture keeps its name, or gets the next free one; outside its folder it is refused', async (t) => {
  const comfy = comfyOf(await providersFor(t));
  const other = picture({ kind: 'jpg' });

  const names = [
    await comfy.upload(picture(), 'a.png', { subfolder: 'shop', type: 'input' }),
    await comfy.upload(picture(), 'a.png', { subfolder: 'shop' }),
    await comfy.upload(other, 'a.png', { subfolder: 'shop' }),
    await comfy.upload(other, 'a.png', { subfolder: 'shop', overwrite: 'true' }),
  ].map(({ body }) => body);

  assert.deepEqual(
    names,
    ['a.png', 'a.png', 'a (1).png', 'a.png'].map((name) => ({ name, subfolder: 'shop', type: 'input' })),
  );
  assert.equal((await comfy.upload(picture(), 'a.png', { subfolder: '../up' })).status, 400);
  assert.equal((await comfy.prompt(graph('a', { photo: { image: 'shop/a (1).png' } }))).status, 200);
});

test('A file that is no picture ends the prompt at its node', async (t) => {
  const providers = await providersFor(t);
  const comfy = comfyOf(providers);
  await comfy.upload(Buffer.from('no picture'), 'photo.png');
  const id = (await comfy.prompt(graph())).body.prompt_id;
  providers.advance(3);

  const [kind, error] = (await comfy.history(id)).status.messages.at(-1);

  assert.deepEqual([kind, error.exception_type, error.node_id], ['execution_error', 'PIL.UnidentifiedImageError', 'photo']);
});

test('Without the proxy’s key 401; a server with no proxy asks for none; every path is below /api too', async (t) => {
  const providers = await providersFor(t);
  const comfy = await withPhoto(providers);
  const bare = { headers: { Authorization: '' } };

  assert.equal((await comfy('/queue', undefined, bare)).status, 401);
  await providers.control('/_sandbox/providers/comfyui/options', { guarded: false });
  assert.equal((await comfy('/queue', undefined, bare)).status, 200);
  assert.deepEqual((await comfy('/api/queue', undefined, bare)).body, { queue_running: [], queue_pending: [] });
  assert.equal((await comfy('/queues')).status, 404);
});

for (const [prompt, type, words] of [
  ['#fail', 'RuntimeError', /failed/],
  ['#fail:torch.OutOfMemoryError', 'torch.OutOfMemoryError', /out of memory/],
  ['#badimg', 'PIL.UnidentifiedImageError', /identify/],
]) {
  test(`${prompt} ends with ${type}`, async (t) => {
    const providers = await providersFor(t);
    const comfy = await withPhoto(providers);
    const id = (await comfy.prompt(graph(prompt))).body.prompt_id;
    providers.advance(3);

    const [, error] = (await comfy.history(id)).status.messages.at(-1);

    assert.equal(error.exception_type, type);
    assert.match(error.exception_message, words);
  });
}

test('An answer that is lost leaves the prompt under the caller’s id', async (t) => {
  const providers = await providersFor(t);
  const comfy = await withPhoto(providers);
  const id = randomUUID();

  const lost = await comfy.prompt(graph('a #5xx-after'), { prompt_id: id });

  assert.equal(lost.status, 500);
  assert.equal((await comfy.queue()).queue_pending[0][1], id);
});
