import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { GoogleGenAI } from '@google/genai';
import { base64, probe, providersFor, temporaryFolder } from '../../../src/CommerceVideo.Sandbox/Providers/tests/support.mjs';

const official = ({ ready }, apiKey = ready.providers.google.key) =>
  new GoogleGenAI({ apiKey, vertexai: false, httpOptions: { baseUrl: ready.providers.google.address } });

const order = (prompt = '[# Sources <FIRST_FRAME>@Image1] slow push in', format = {}) => ({
  model: 'gemini-omni-1.1-flash',
  input: [
    { type: 'text', text: prompt },
    { type: 'image', data: base64(), mime_type: 'image/png' },
  ],
  response_format: { type: 'video', delivery: 'uri', aspect_ratio: '9:16', resolution: '720p', duration: '5s', ...format },
  background: true,
  store: true,
});

test('The official client has a film made by an interaction and downloads it with its key', async (t) => {
  const providers = await providersFor(t);
  const ai = official(providers);

  const created = await ai.interactions.create(order());
  assert.equal(created.status, 'queued');
  providers.advance(0.9);
  assert.equal((await ai.interactions.get(created.id)).status, 'in_progress');
  providers.advance(3);
  const done = await ai.interactions.get(created.id);
  assert.deepEqual([done.status, done.output_video.mime_type], ['completed', 'video/mp4']);
  assert.equal(done.usage.output_tokens_by_modality[0].tokens, 28_960);

  const downloadPath = join(temporaryFolder(t), 'clip.mp4');
  await ai.files.download({ file: nameOf(done.output_video.uri), downloadPath });

  const clip = probe(t, readFileSync(downloadPath));
  assert.deepEqual([clip.codec, clip.fps, clip.seconds], ['h264', '24/1', 5]);
  const { refusedCalls, bill } = await providers.state('google');
  assert.deepEqual([refusedCalls, bill.amount], [0, '0.5068']);
});

/** The client itself reads it only out of an https address. */
const nameOf = (uri) => /\/(files\/[^:]+):download/.exec(uri)[1];

test('A refusal in words is no error to the official client, and has no video', async (t) => {
  const providers = await providersFor(t);
  const ai = official(providers);
  const { id } = await ai.interactions.create(order('#mod-out'));
  providers.advance(3);

  const refused = await ai.interactions.get(id);

  assert.deepEqual([refused.status, refused.output_video], ['completed', undefined]);
  assert.match(refused.output_text, /policies/);
});

test('The official client cancels what runs', async (t) => {
  const providers = await providersFor(t);
  const ai = official(providers);
  const { id } = await ai.interactions.create(order('#never'));
  providers.advance(1);

  assert.equal((await ai.interactions.cancel(id)).status, 'cancelled');
});

for (const [name, make, status] of [
  ['a key that is wrong', ({ providers }) => official(providers, 'abc').interactions.create(order()), 400],
  ['a duration as a number', ({ ai }) => ai.interactions.create(order(undefined, { duration: 5 })), 400],
  ['an account without money', ({ ai }) => ai.interactions.create(order('#balance')), 402],
  ['an interaction that nobody made', ({ ai }) => ai.interactions.get('v1_none'), 400],
  ['Veo, which went', ({ ai }) => ai.models.generateVideos({ model: 'veo-3.1-generate-preview', source: { prompt: 'a coat' } }), 404],
]) {
  test(`The official client throws ${status} for ${name}`, async (t) => {
    const providers = await providersFor(t);
    const ai = official(providers);

    await assert.rejects(make({ providers, ai }), (problem) => (problem.status ?? problem.statusCode) === status);
  });
}
