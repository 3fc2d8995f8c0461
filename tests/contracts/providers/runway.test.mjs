import assert from 'node:assert/strict';
import test from 'node:test';
import RunwayML from '@runwayml/sdk';
import { picture, providersFor } from '../../../src/CommerceVideo.Sandbox/Providers/tests/support.mjs';

/** The vendor's own client, which retries by itself unless told not to. */
async function official(t) {
  const providers = await providersFor(t, { only: ['runway'] });
  const { address, key } = providers.ready.providers.runway;
  return { providers, client: new RunwayML({ apiKey: key, baseURL: address, maxRetries: 0 }) };
}

const order = (promptImage, more = {}) => ({
  model: 'gen4.5',
  promptImage,
  promptText: 'slow dolly in',
  ratio: '1280:720',
  duration: 2,
  ...more,
});

test('The official client uploads a photo, makes a video of it and reads what it cost', async (t) => {
  const { providers, client } = await official(t);

  const { uri } = await client.uploads.createEphemeral({ file: new File([picture()], 'dress.png', { type: 'image/png' }) });
  const { id, estimatedCost } = await client.imageToVideo.create(order(uri));
  providers.advance(3);
  const task = await client.tasks.retrieve(id);

  assert.deepEqual([estimatedCost.credits, task.status, task.cost.credits], [24, 'SUCCEEDED', 24]);
  assert.equal((await fetch(task.output[0])).headers.get('content-type'), 'video/mp4');
  assert.deepEqual((await client.organization.retrieve()).usage.models['gen4.5'], { dailyGenerations: 1 });
  const { results } = await client.organization.retrieveUsage({ startDate: '2026-11-22', beforeDate: '2026-11-23' });
  assert.deepEqual(results[0].usedCredits, [{ model: 'gen4.5', amount: 24 }]);
  assert.equal((await providers.state('runway')).refusedCalls, 0);
});

test('The official client knows each refusal for what it is', async (t) => {
  const { client } = await official(t);
  const photo = `data:image/png;base64,${picture().toString('base64')}`;
  const refused = (more) => client.imageToVideo.create(order(photo, more)).catch((problem) => problem);

  assert.ok((await refused({ ratio: '16:9' })) instanceof RunwayML.BadRequestError);
  assert.ok((await refused({ promptText: '#rate' })) instanceof RunwayML.RateLimitError);
  assert.ok((await refused({ promptText: '#5xx-before' })) instanceof RunwayML.InternalServerError);
  assert.ok((await refused({ promptText: '#reset-after' })) instanceof RunwayML.APIConnectionError);
  assert.ok((await client.tasks.retrieve('none').catch((problem) => problem)) instanceof RunwayML.NotFoundError);
});

test('A task the official client deletes is gone', async (t) => {
  const { client } = await official(t);
  const { id } = await client.imageToVideo.create(order(`data:image/png;base64,${picture().toString('base64')}`));

  await client.tasks.delete(id);

  await assert.rejects(client.tasks.retrieve(id), RunwayML.NotFoundError);
});
