import assert from 'node:assert/strict';
import test from 'node:test';
import { GoogleGenAI } from '@google/genai';
import { OAuth2Client } from 'google-auth-library';
import { base64, probe, providersFor } from '../../../src/CommerceVideo.Sandbox/Providers/tests/support.mjs';

/** The official client for Vertex with a token that was fetched elsewhere. */
function official({ ready }) {
  const { address, accessToken, project } = ready.providers.vertex;
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: accessToken });
  const httpOptions = { baseUrl: address, apiVersion: 'v1' };
  return new GoogleGenAI({ vertexai: true, project, location: 'us-central1', googleAuthOptions: { authClient }, httpOptions });
}

const order = (prompt = 'slow push in', config = {}) => ({
  model: 'veo-3.1-generate-001',
  source: { prompt, image: { imageBytes: base64(), mimeType: 'image/png' } },
  config: {
    aspectRatio: '9:16',
    durationSeconds: 4,
    resolution: '720p',
    generateAudio: false,
    numberOfVideos: 1,
    negativePrompt: 'warped logo',
    personGeneration: 'allow_adult',
    ...config,
  },
});

test('The official client has a film made by Veo and finds its bytes in the operation', async (t) => {
  const providers = await providersFor(t);
  const ai = official(providers);

  const operation = await ai.models.generateVideos(order());
  assert.ok(!operation.done);
  providers.advance(3);
  const done = await ai.operations.getVideosOperation({ operation });

  const clip = probe(t, Buffer.from(done.response.generatedVideos[0].video.videoBytes, 'base64'));
  assert.deepEqual([done.done, clip.codec, clip.fps, clip.seconds, clip.sound], [true, 'h264', '24/1', 4, false]);
  const { refusedCalls, bill } = await providers.state('vertex');
  assert.deepEqual([refusedCalls, bill.amount], [0, '0.80']);
});

test('What is filtered comes with its reasons, what fails with its error', async (t) => {
  const providers = await providersFor(t);
  const ai = official(providers);
  const operations = [await ai.models.generateVideos(order('#mod-out')), await ai.models.generateVideos(order('#mod-in'))];
  providers.advance(3);

  const [filtered, failed] = await Promise.all(operations.map((operation) => ai.operations.getVideosOperation({ operation })));

  assert.deepEqual([filtered.response.raiMediaFilteredCount, filtered.response.generatedVideos], [1, undefined]);
  assert.equal(failed.error.code, 3);
});

test('The official client throws for a length that Veo does not make', async (t) => {
  const providers = await providersFor(t);

  await assert.rejects(official(providers).models.generateVideos(order('a coat', { durationSeconds: 5 })), /durationSeconds/);
});
