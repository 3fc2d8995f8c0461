import assert from 'node:assert/strict';
import test from 'node:test';
import { providersFor } from '../support.mjs';
import { falOf } from './support.mjs';

for (const [prompt, status, type, bill] of [
  ['#mod-in', 422, 'content_policy_violation', '0.00'],
  ['#mod-in:no_media_generated', 422, 'no_media_generated', '0.00'],
  ['#mod-out', 422, 'content_policy_violation', '0.20'],
  ['#badimg', 422, 'image_load_error', '0.00'],
  ['#badimg:image_too_small', 422, 'image_too_small', '0.00'],
  ['#fail', 500, 'internal_server_error', '0.00'],
  ['#fail:generation_timeout', 504, 'generation_timeout', '0.00'],
  ['#fail:downstream_service_error', 400, 'downstream_service_error', '0.00'],
]) {
  test(`${prompt} is taken and COMPLETED; its result is ${status} ${type}, billed ${bill}`, async (t) => {
    const providers = await providersFor(t);
    const fal = falOf(providers);
    const { body: ticket } = await fal.submit({ prompt });
    providers.advance(3);

    const [over, result] = [await fal(ticket.status_url), await fal(ticket.response_url)];

    assert.deepEqual([over.status, over.body.status, over.body.error], [200, 'COMPLETED', `Invalid status code: ${status}`]);
    assert.deepEqual([result.status, result.body.detail[0].type], [status, type]);
    assert.ok(['true', 'false'].includes(result.headers.get('x-fal-retryable')));
    assert.equal((await providers.state('fal')).bill.amount, bill);
  });
}

for (const [type, status] of [
  ['request_timeout', 504],
  ['startup_timeout', 504],
  ['runner_disconnected', 503],
  ['runner_incomplete_response', 502],
  ['runner_server_error', 500],
]) {
  test(`#fail:${type} is the queue's own ${status}, told flat and in a header`, async (t) => {
    const providers = await providersFor(t);
    const fal = falOf(providers);
    const { body: ticket } = await fal.submit({ prompt: `#fail:${type}` });
    providers.advance(3);

    const [over, result] = [await fal(ticket.status_url), await fal(ticket.response_url)];

    assert.equal(over.body.error_type, type);
    assert.deepEqual([result.status, result.body.error_type, result.headers.get('x-fal-error-type')], [status, type, type]);
  });
}

for (const [prompt, status, words] of [
  ['#balance', 403, /locked.*balance/i],
  ['#retired', 404, /not found/],
  ['#rate', 429, /rate limit/i],
  ['#refuse:401', 401, /authentication/i],
  ['#refuse:413', 413, /too large/i],
  ['#5xx-before', 503, /unavailable/i],
  ['#5xx-before:502', 502, /gateway/i],
]) {
  test(`${prompt} is refused with ${status} and nothing is made`, async (t) => {
    const providers = await providersFor(t);

    const refused = await falOf(providers).submit({ prompt });

    assert.equal(refused.status, status);
    assert.match(refused.body.detail, words);
    const { jobs, refusedCalls } = await providers.state('fal');
    assert.deepEqual([jobs, refusedCalls], [[], 0]);
  });
}

test('What is spent is off the balance, and the last of it locks the account', async (t) => {
  const providers = await providersFor(t);
  await providers.control('/_sandbox/providers/fal/options', { balance: '0.50' });
  const fal = falOf(providers);

  const statuses = [(await fal.submit()).status, (await fal.submit()).status, (await fal.submit()).status];

  assert.deepEqual(statuses, [200, 200, 403]);
});

test('A lost answer leaves a request that runs and is billed', async (t) => {
  const providers = await providersFor(t);
  const lost = await falOf(providers).submit({ prompt: '#5xx-after' });
  providers.advance(3);

  const { jobs, bill } = await providers.state('fal');

  assert.deepEqual([lost.status, jobs.length, jobs[0].state, bill.amount], [503, 1, 'succeeded', '0.20']);
});
