import assert from 'node:assert/strict';
import test from 'node:test';
import { listenerFor, providersFor, until } from '../support.mjs';
import { seedanceOf } from './support.mjs';

async function made(t, wishes, settings) {
  const providers = await providersFor(t, settings);
  const seedance = seedanceOf(providers);
  const ids = [];
  for (const wish of wishes) {
    ids.push((await seedance.create(wish)).body.id);
    providers.advance(0.01);
  }
  return { providers, seedance, ids, listed: async (query) => (await seedance(query)).body };
}

test('The list is of the last seven days, the newest first, by pages and filters', async (t) => {
  const { providers, seedance, ids, listed } = await made(t, [
    { safety_identifier: 'a' },
    { prompt: '#never' },
    { safety_identifier: 'c' },
  ]);
  providers.advance(3);

  const first = await listed('?page_num=1&page_size=2');
  assert.deepEqual([first.total, first.items.map(({ id }) => id)], [3, [ids[2], ids[1]]]);
  assert.deepEqual(
    (await listed('?page_num=2&page_size=2')).items.map((one) => [one.id, one.safety_identifier]),
    [[ids[0], 'a']],
  );
  assert.deepEqual(
    (await listed('?filter.status=running')).items.map(({ id }) => id),
    [ids[1]],
  );
  assert.equal((await listed(`?filter.task_ids=${ids[0]}&filter.task_ids=${ids[1]}`)).total, 2);
  assert.deepEqual([(await listed('?filter.model=none')).total, (await seedance('?page_size=501')).status], [0, 400]);
  providers.advance(7 * 86_400);
  assert.equal((await listed('')).total, 0);
});

for (const keyword of ['#5xx-after', '#reset-after', '#malformed']) {
  test(`${keyword}: the task is in the list by its identifier, and whoever posts again pays twice`, async (t) => {
    const providers = await providersFor(t);
    const seedance = seedanceOf(providers);
    const wish = { prompt: `a ${keyword}`, safety_identifier: 'gen-1' };

    const lost = await seedance.create(wish).catch((problem) => problem);
    const { items } = (await seedance('')).body;
    const again = await seedance.create(wish);
    providers.advance(3);

    assert.ok(lost instanceof Error || lost.status === 500 || lost.body === null, JSON.stringify(lost));
    assert.deepEqual([items.length, items[0].safety_identifier, again.status], [1, 'gen-1', 200]);
    const { jobs, bill } = await providers.state('seedance');
    assert.deepEqual([jobs.length, jobs[0].bill.amount === jobs[1].bill.amount, Number(bill.amount)], [2, true, 2 * jobs[0].bill.amount]);
  });
}

test('DELETE cancels what is queued, leaves what runs, and forgets what is over', async (t) => {
  const { providers, seedance, ids } = await made(t, [{}, {}], { concurrent: 1 });
  providers.advance(0.9);

  const running = await seedance.remove(ids[0]);
  const queued = await seedance.remove(ids[1]);
  assert.deepEqual([running.status, running.body.error.code, queued.status], [409, 'InvalidAction.RunningTaskDeletion', 200]);
  assert.deepEqual([(await seedance.task(ids[1])).status, (await seedance.remove(ids[1])).status], ['cancelled', 409]);
  providers.advance(3);
  const { content } = await seedance.task(ids[0]);
  assert.equal((await seedance.remove(ids[0])).status, 200);

  assert.deepEqual([(await seedance(`/${ids[0]}`)).status, (await fetch(content.video_url)).status], [404, 404]);
});

test('What did not end in the time it was given is expired', async (t) => {
  const { providers, seedance, ids } = await made(t, [{ prompt: '#never', execution_expires_after: 3600 }]);
  providers.advance(3600);

  assert.equal((await seedance.task(ids[0])).status, 'expired');
  assert.equal((await providers.state('seedance')).bill.amount, '0.00');
});

for (const [prompt, code] of [
  ['#mod-out', 'OutputVideoSensitiveContentDetected'],
  ['#fail:InvalidParameter', 'InvalidParameter'],
]) {
  test(`${prompt} ends the task failed with ${code}, for nothing`, async (t) => {
    const { providers, seedance, ids } = await made(t, [{ prompt }]);
    providers.advance(3);

    const failed = await seedance.task(ids[0]);

    assert.deepEqual([failed.status, failed.error.code, failed.content, failed.usage], ['failed', code, undefined, undefined]);
    assert.equal((await providers.state('seedance')).bill.amount, '0.00');
  });
}

for (const [prompt, status, code] of [
  ['#rate', 429, 'RateLimitExceeded.EndpointRPMExceeded'],
  ['#throttle', 429, 'InflightBatchsizeExceeded'],
  ['#balance', 403, 'AccountOverdueError'],
  ['#mod-in', 400, 'InputImageSensitiveContentDetected.PrivacyInformation'],
  ['#refuse:QuotaExceeded', 429, 'QuotaExceeded'],
]) {
  test(`${prompt} is refused with ${code} and nothing is made`, async (t) => {
    const providers = await providersFor(t);

    const refused = await seedanceOf(providers).create({ prompt });

    assert.deepEqual([refused.status, refused.body.error.code], [status, code]);
    assert.deepEqual((await providers.state('seedance')).jobs, []);
  });
}

test('Each change is told at the address given, without a signature', async (t) => {
  const app = await listenerFor(t);
  const { providers, ids } = await made(t, [{ callback_url: `${app.address}/hook`, safety_identifier: 'gen-1' }]);
  await until(() => app.received.length === 1);
  providers.advance(0.9);
  await until(() => app.received.length === 2);
  providers.advance(3);
  await until(() => app.received.length === 3);

  assert.deepEqual(
    app.received.map(({ body }) => body.status),
    ['queued', 'running', 'succeeded'],
  );
  assert.deepEqual([app.received[2].body.id, app.received[2].body.safety_identifier], [ids[0], 'gen-1']);
  assert.ok(app.received.every(({ headers }) => !Object.keys(headers).some((name) => name.includes('signature'))));
});
