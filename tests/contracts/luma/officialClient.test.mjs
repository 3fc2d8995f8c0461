import assert from 'node:assert/strict';
import test from 'node:test';
import LumaAI from 'lumaai';
import {
  listenerFor,
  picture,
  pictureServer,
  probe,
  providersFor,
  until,
} from '../../../src/CommerceVideo.Sandbox/Providers/tests/support.mjs';

/** The vendor's client speaks the Dream Machine API. */
async function started(t) {
  const providers = await providersFor(t, { only: ['luma'] });
  const { address, legacyKey } = providers.ready.providers.luma;
  const client = (authToken = legacyKey) => new LumaAI({ authToken, baseURL: `${address}/dream-machine/v1`, maxRetries: 0 });
  const { address: url } = await pictureServer(t, picture());
  const order = (more = {}) => ({
    model: 'ray-2',
    prompt: 'slow push in towards the product',
    aspect_ratio: '9:16',
    resolution: '540p',
    duration: '5s',
    keyframes: { frame0: { type: 'image', url } },
    ...more,
  });
  return { providers, client, order };
}

test('The official client films a picture: create, call back, get, download, list, credits, delete', async (t) => {
  const { providers, client, order } = await started(t);
  const { address, received } = await listenerFor(t);
  const luma = client();

  const created = await luma.generations.video.create(order({ callback_url: `${address}/told` }));
  assert.deepEqual([created.state, created.model, created.generation_type], ['queued', 'ray-2', 'video']);
  providers.advance(0.9);
  assert.equal((await luma.generations.get(created.id)).state, 'dreaming');
  providers.advance(1);
  const done = await luma.generations.get(created.id);
  const file = await fetch(done.assets.video);
  const clip = probe(t, Buffer.from(await file.arrayBuffer()));

  assert.deepEqual([done.state, done.failure_reason, clip.codec, clip.seconds], ['completed', null, 'h264', 5]);
  await until(() => received.some(({ body }) => body.id === created.id && body.state === 'completed'));
  const { generations } = await luma.generations.list({ limit: 5, offset: 0 });
  assert.deepEqual([generations.length, generations[0].request.keyframes.frame0.type], [1, 'image']);
  assert.equal(typeof (await luma.credits.get()).credit_balance, 'number');
  await luma.generations.delete(created.id);
  await assert.rejects(luma.generations.get(created.id), LumaAI.NotFoundError);
});

test('The official client’s shorter create goes to the same place', async (t) => {
  const { client, order } = await started(t);

  assert.equal((await client().generations.create(order())).state, 'queued');
});

test('The official client is told what is wrong: a key, a field, the rate, a failed generation', async (t) => {
  const { providers, client, order } = await started(t);
  const luma = client();

  await assert.rejects(client('another-key').generations.video.create(order()), LumaAI.AuthenticationError);
  await assert.rejects(luma.generations.video.create(order({ duration: '10s' })), (error) => {
    assert.ok(error instanceof LumaAI.BadRequestError);
    assert.match(error.error.detail, /duration/);
    return true;
  });
  await assert.rejects(luma.generations.video.create(order({ prompt: 'a dress #rate' })), LumaAI.RateLimitError);
  const { id } = await luma.generations.video.create(order({ prompt: 'a dress #mod-out' }));
  providers.advance(3);
  const failed = await luma.generations.get(id);

  assert.deepEqual([failed.state, failed.failure_reason], ['failed', 'Frame moderation failed']);
});
