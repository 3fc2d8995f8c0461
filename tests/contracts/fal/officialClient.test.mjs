import assert from 'node:assert/strict';
import test from 'node:test';
import { ApiError, createFalClient, ValidationError } from '@fal-ai/client';
import { dataUri, pika, wan21, wan27 } from '../../../src/CommerceVideo.Sandbox/Providers/tests/fal/support.mjs';
import { listenerFor, probe, providersFor, until } from '../../../src/CommerceVideo.Sandbox/Providers/tests/support.mjs';

/** The vendor's client talks to https://queue.fal.run; here that is a local queue. */
async function clientFor(t) {
  const providers = await providersFor(t);
  const { address, key } = providers.ready.providers.fal;
  const client = (credentials = key) =>
    createFalClient({
      credentials,
      requestMiddleware: async (request) => ({ ...request, url: request.url.replace('https://queue.fal.run', address) }),
      retry: { maxRetries: 0 },
    });
  return { providers, client, queue: client().queue };
}

for (const [endpoint, input, seconds] of [
  [pika, { prompt: 'slow push in', resolution: '720p', duration: '5', negative_prompt: 'text' }, 5],
  [wan21, { prompt: 'slow push in', num_frames: 81, frames_per_second: 16, aspect_ratio: '9:16', enable_prompt_expansion: false }, 81 / 16],
  [wan27, { prompt: 'slow push in', duration: '3', end_image_url: dataUri(), enable_prompt_expansion: false }, 3],
]) {
  test(`The official client takes ${endpoint} from the queue to its file`, async (t) => {
    const { providers, queue } = await clientFor(t);
    const app = await listenerFor(t);

    const { request_id: requestId, status_url: statusUrl } = await queue.submit(endpoint, {
      input: { image_url: dataUri(), ...input },
      webhookUrl: `${app.address}/hook`,
    });
    assert.match(statusUrl, new RegExp(`/requests/${requestId}/status$`));
    assert.equal((await queue.status(endpoint, { requestId })).status, 'IN_QUEUE');
    providers.advance(0.9);
    assert.equal((await queue.status(endpoint, { requestId, logs: true })).status, 'IN_PROGRESS');
    providers.advance(3);
    assert.equal((await queue.status(endpoint, { requestId })).status, 'COMPLETED');

    const result = await queue.result(endpoint, { requestId });
    const clip = probe(t, Buffer.from(await (await fetch(result.data.video.url)).arrayBuffer()));

    assert.equal(result.requestId, requestId);
    assert.ok(Math.abs(clip.seconds - seconds) < 0.1, JSON.stringify(clip));
    await until(() => app.received.length > 0);
    assert.equal(app.received[0].body.request_id, requestId);
    assert.equal((await providers.state('fal')).refusedCalls, 0);
  });
}

test('The official client reads a refusal of the model out of the result', async (t) => {
  const { providers, queue } = await clientFor(t);
  const { request_id: requestId } = await queue.submit(pika, { input: { image_url: dataUri(), prompt: '#mod-in' } });
  providers.advance(3);
  assert.equal((await queue.status(pika, { requestId })).status, 'COMPLETED');

  const refused = await queue.result(pika, { requestId }).catch((problem) => problem);

  assert.ok(refused instanceof ValidationError);
  assert.deepEqual([refused.status, refused.requestId, refused.fieldErrors[0].type], [422, requestId, 'content_policy_violation']);
});

test('The official client cancels what waits, and is told of a wrong key and a locked account', async (t) => {
  const { providers, client, queue } = await clientFor(t);
  const submit = (credentials, prompt) => client(credentials).queue.submit(pika, { input: { image_url: dataUri(), prompt } });
  const { request_id: requestId } = await submit(undefined, 'slow push in');

  await queue.cancel(pika, { requestId });

  assert.equal((await providers.state('fal')).jobs[0].state, 'cancelled');
  await assert.rejects(submit('another-key', 'a'), (problem) => problem instanceof ApiError && problem.status === 401);
  await assert.rejects(submit(undefined, '#balance'), (problem) => problem.status === 403 && /locked/.test(problem.body.detail));
});
