import assert from 'node:assert/strict';
import test from 'node:test';
import { providersFor, until } from '../support.mjs';
import { echoingListener, minimaxOf } from './support.mjs';

test('An address is taken once it gave a challenge back, and then hears each change as the query tells it', async (t) => {
  const app = await echoingListener(t);
  const providers = await providersFor(t);
  const minimax = minimaxOf(providers);

  const { task_id: id } = (await minimax.createV2({ callback_url: app.address })).body;
  assert.equal(typeof app.received[0].challenge, 'string');
  providers.advance(0.1);
  await until(() => app.received.length > 1);
  providers.advance(0.5);
  await until(() => app.received.length > 2);
  providers.advance(2);
  await until(() => app.received.length > 3);

  const heard = app.received.slice(1).map(({ task }) => [task.id, task.status]);
  assert.deepEqual(heard, [
    [id, 'queued'],
    [id, 'running'],
    [id, 'succeeded'],
  ]);
});

test('v1 tells its words in lower case', async (t) => {
  const app = await echoingListener(t);
  const providers = await providersFor(t);
  const { task_id: id } = (await minimaxOf(providers).createV1({ callback_url: app.address })).body;
  providers.advance(0.5);
  await until(() => app.received.length > 1);
  providers.advance(2);
  await until(() => app.received.length > 2);

  const [, running, done] = app.received;

  assert.deepEqual([running.task_id, running.status, done.status, typeof done.file_id], [id, 'processing', 'success', 'string']);
});

for (const [name, otherwise] of [
  ['something else', () => ({ challenge: 'mine' })],
  ['nothing', () => ({})],
]) {
  test(`An address that gives back ${name} is refused on both protocols`, async (t) => {
    const app = await echoingListener(t, otherwise);
    const providers = await providersFor(t);
    const minimax = minimaxOf(providers);

    const [v1, v2] = [await minimax.createV1({ callback_url: app.address }), await minimax.createV2({ callback_url: app.address })];

    assert.deepEqual([v1.body.base_resp.status_code, v2.status], [2013, 400]);
    assert.deepEqual((await providers.state('minimax')).jobs, []);
  });
}
