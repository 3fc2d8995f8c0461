import assert from 'node:assert/strict';
import test from 'node:test';
import { providersFor } from '../support.mjs';
import { runwayOf } from './support.mjs';

for (const [prompt, code, credits] of [
  ['#mod-in', 'SAFETY.INPUT.TEXT', 24],
  ['#mod-in:SAFETY.INPUT.IMAGE', 'SAFETY.INPUT.IMAGE', 24],
  ['#mod-out', 'SAFETY.OUTPUT.VIDEO', 24],
  ['#badimg', 'ASSET.INVALID', 0],
  ['#fail', 'INTERNAL', 0],
  ['#fail:INTERNAL.BAD_OUTPUT.CODE01', 'INTERNAL.BAD_OUTPUT.CODE01', 0],
  ['#fail:THIRD_PARTY.UNAVAILABLE', 'THIRD_PARTY.UNAVAILABLE', 0],
  ['#fail:null', undefined, 0],
]) {
  test(`${prompt} ends the task FAILED with ${code}, at ${credits} credits`, async (t) => {
    const providers = await providersFor(t);
    const runway = runwayOf(providers);
    const { id } = (await runway.create({ promptText: `a dress ${prompt}` })).body;
    providers.advance(3);

    const failed = await runway.task(id);

    assert.deepEqual([failed.status, failed.failureCode, failed.cost.credits], ['FAILED', code, credits]);
    assert.equal(typeof failed.failure, 'string');
    assert.equal((await providers.state('runway')).bill.amount, credits ? '0.24' : '0.00');
  });
}

test('Moderated tasks cost nothing where it is set so', async (t) => {
  const providers = await providersFor(t);
  await providers.control('/_sandbox/providers/runway/options', { moderatedBilled: false });
  const runway = runwayOf(providers);
  const { id } = (await runway.create({ promptText: '#mod-out' })).body;
  providers.advance(3);

  assert.deepEqual((await runway.task(id)).cost, { credits: 0 });
});

for (const [prompt, status, words] of [
  ['#balance', 400, /not .*enough credits/i],
  ['#retired', 400, /Validation/],
  ['#rate', 429, /daily limit/],
  ['#5xx-before', 503, /unavailable/],
  ['#5xx-before:502', 502, /gateway/],
]) {
  test(`${prompt} is refused with ${status} and nothing is made`, async (t) => {
    const providers = await providersFor(t);

    const refused = await runwayOf(providers).create({ promptText: prompt });

    assert.equal(refused.status, status);
    assert.match(refused.body.error, words);
    const { jobs, refusedCalls } = await providers.state('runway');
    assert.deepEqual([jobs, refusedCalls], [[], 0]);
  });
}

test('A lost answer leaves a task nobody can look up; whoever posts again pays twice', async (t) => {
  const providers = await providersFor(t);
  const runway = runwayOf(providers);
  const lost = await runway.create({ promptText: 'a #5xx-after' });
  const again = await runway.create({ promptText: 'a #5xx-after' });
  providers.advance(4);

  assert.deepEqual([lost.status, again.status], [503, 200]);
  const { jobs, bill } = await providers.state('runway');
  assert.deepEqual([jobs.length, bill.amount], [2, '0.48']);
  const usage = await runway('/v1/organization/usage', { startDate: '2026-11-22', beforeDate: '2026-11-23' });
  assert.deepEqual(usage.body, { models: ['gen4.5'], results: [{ date: '2026-11-22', usedCredits: [{ model: 'gen4.5', amount: 48 }] }] });
});

test('#throttle holds a task back although there is room', async (t) => {
  const providers = await providersFor(t);
  const runway = runwayOf(providers);
  const { id } = (await runway.create({ promptText: '#throttle' })).body;
  providers.advance(3);
  assert.equal((await runway.task(id)).status, 'THROTTLED');
  providers.advance(10);

  assert.equal((await runway.task(id)).status, 'SUCCEEDED');
});

test('What is spent is off the balance, and the last of it is refused', async (t) => {
  const providers = await providersFor(t);
  await providers.control('/_sandbox/providers/runway/options', { balance: '0.50' });
  const runway = runwayOf(providers);
  const statuses = [(await runway.create()).status, (await runway.create()).status, (await runway.create()).status];
  providers.advance(3);

  const { body } = await runway('/v1/organization');

  assert.deepEqual(statuses, [200, 200, 400]);
  assert.deepEqual(
    [body.creditBalance, body.usage.models['gen4.5'], body.tier.models['gen4.5'].maxConcurrentGenerations],
    [2, { dailyGenerations: 2 }, 3],
  );
  assert.equal((await runway('/v1/organization/usage', { startDate: '2026-01-01', beforeDate: '2026-11-01' })).status, 400);
});
