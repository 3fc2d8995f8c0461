import assert from 'node:assert/strict';
import test from 'node:test';
import { providersFor } from '../support.mjs';
import { agentsOf } from './support.mjs';

for (const [prompt, status, words] of [
  ['#rate', 429, /Rate limit/],
  ['#throttle', 429, /concurrent/],
  ['#balance', 402, /credits/],
  ['#badimg', 422, /Image/],
  ['#retired', 400, /no longer available/],
  ['#refuse:403', 403, /suspended/],
  ['#refuse:413', 413, /50 MB/],
  ['#5xx-before', 503, /unavailable/],
  ['#5xx-before:502', 502, /gateway/],
]) {
  test(`${prompt} is refused with ${status} and nothing is made`, async (t) => {
    const providers = await providersFor(t);

    const refused = await agentsOf(providers).create({ prompt });

    assert.equal(refused.status, status);
    assert.match(refused.body.detail, words);
    assert.equal(refused.headers.has('retry-after'), status === 429);
    const { jobs, refusedCalls } = await providers.state('luma');
    assert.deepEqual([jobs, refusedCalls], [[], 0]);
  });
}

for (const [prompt, code] of [
  ['#mod-in', 'content_moderated'],
  ['#mod-out', 'content_moderated'],
  ['#fail', 'generation_failed'],
  ['#fail:budget_exhausted', 'budget_exhausted'],
  ['#fail:output_not_found', 'output_not_found'],
]) {
  test(`${prompt} ends the generation failed with ${code}, for nothing`, async (t) => {
    const providers = await providersFor(t);
    const luma = agentsOf(providers);
    const { id } = (await luma.create({ prompt })).body;
    providers.advance(3);

    const failed = await luma.generation(id);

    assert.deepEqual([failed.state, failed.failure_code, failed.output], ['failed', code, []]);
    assert.equal(typeof failed.failure_reason, 'string');
    assert.equal((await providers.state('luma')).bill.amount, '0.00');
  });
}

test('A lost answer leaves a generation that nobody can look up', async (t) => {
  const providers = await providersFor(t);
  const luma = agentsOf(providers);

  const lost = await luma.create({ prompt: 'a #5xx-after' });

  assert.deepEqual([lost.status, (await luma('/generations')).status], [503, 405]);
  assert.equal((await providers.state('luma')).jobs.length, 1);
});
