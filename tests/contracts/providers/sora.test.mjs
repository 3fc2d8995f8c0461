import assert from 'node:assert/strict';
import test from 'node:test';
import OpenAI from 'openai';
import { listenerFor, picture, probe, until } from '../../../src/CommerceVideo.Sandbox/Providers/tests/support.mjs';
import { dataUri, soraThen } from '../../../src/CommerceVideo.Sandbox/Providers/tests/sora/support.mjs';

/** The vendor's own client, in the API's last days; it retries by itself unless told not to. */
async function official(t, startsAt) {
  const providers = await soraThen(t, {}, startsAt);
  const { address, key, webhookSecret } = providers.ready.providers.sora;
  return { providers, webhookSecret, client: new OpenAI({ apiKey: key, baseURL: `${address}/v1`, maxRetries: 0 }) };
}

const order = (more = {}) => ({
  model: 'sora-2',
  prompt: 'slow push in',
  seconds: '4',
  size: '720x1280',
  input_reference: new File([picture({ size: '720x1280' })], 'dress.png', { type: 'image/png' }),
  ...more,
});

test('The official client makes a video of a photo, waits for it and downloads it', async (t) => {
  const { providers, client } = await official(t);

  const created = await client.videos.create(order());
  assert.deepEqual([created.object, created.status, created.seconds, created.size], ['video', 'queued', '4', '720x1280']);
  providers.advance(1);
  assert.equal((await client.videos.retrieve(created.id)).status, 'in_progress');
  providers.advance(3);
  const done = await client.videos.retrieve(created.id);
  const clip = probe(t, Buffer.from(await (await client.videos.downloadContent(created.id)).arrayBuffer()));

  assert.deepEqual([done.status, done.progress, done.error, clip.codec, clip.sound], ['completed', 100, null, 'h264', true]);
  const { bill, refusedCalls } = await providers.state('sora');
  assert.deepEqual([bill.amount, refusedCalls], ['0.40', 0]);
});

test('The official client goes through the list page by page and deletes what is done', async (t) => {
  const { providers, client } = await official(t);
  const ids = [];
  for (const prompt of ['one', 'two', 'three']) {
    ids.push((await client.videos.create(order({ prompt, input_reference: { image_url: dataUri() } }))).id);
    providers.advance(3);
  }

  const listed = [];
  for await (const video of client.videos.list({ limit: 2, order: 'desc' })) {
    listed.push(video.id);
  }

  assert.deepEqual(listed, ids.toReversed());
  assert.deepEqual(await client.videos.delete(ids[0]), { id: ids[0], object: 'video.deleted', deleted: true });
  await assert.rejects(client.videos.retrieve(ids[0]), OpenAI.NotFoundError);
});

test('The official client knows each refusal for what it is', async (t) => {
  const { client } = await official(t);
  const refused = (more) => client.videos.create(order(more)).catch((problem) => problem);

  const wrongSize = await refused({ size: '1280x720' });
  assert.ok(wrongSize instanceof OpenAI.BadRequestError);
  assert.equal(wrongSize.param, 'input_reference');
  assert.ok((await refused({ prompt: '#rate' })) instanceof OpenAI.RateLimitError);
  assert.equal((await refused({ prompt: '#balance' })).code, 'insufficient_quota');
  assert.equal((await refused({ prompt: '#mod-in' })).code, 'moderation_blocked');
  assert.ok((await refused({ prompt: '#5xx-before' })) instanceof OpenAI.InternalServerError);
  assert.ok((await refused({ prompt: '#reset-after' })) instanceof OpenAI.APIConnectionError);
});

test('The official client takes the signature of the project’s webhook', async (t) => {
  const { providers, client, webhookSecret } = await official(t);
  const app = await listenerFor(t);
  await providers.control('/_sandbox/providers/sora/options', { webhook: app.address });
  const { id } = await client.videos.create(order());
  providers.advance(3);
  await until(() => app.received.length === 1);
  const [{ text, headers }] = app.received;
  const anyAge = 1e9;

  const event = await client.webhooks.unwrap(text, headers, webhookSecret, anyAge);

  assert.deepEqual([event.type, event.data], ['video.completed', { id }]);
  await assert.rejects(client.webhooks.unwrap(`${text} `, headers, webhookSecret, anyAge), OpenAI.InvalidWebhookSignatureError);
});

test('From the day it ended the official client finds nothing there', async (t) => {
  const { client } = await official(t, Date.parse('2026-11-22T12:00:00Z'));

  await assert.rejects(
    client.videos.create(order()),
    (problem) => problem instanceof OpenAI.NotFoundError && problem.code === 'unknown_url',
  );
});
