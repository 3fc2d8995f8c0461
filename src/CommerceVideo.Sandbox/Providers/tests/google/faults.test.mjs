import assert from 'node:assert/strict';
import test from 'node:test';
import { providersFor } from '../support.mjs';
import { googleOf } from './support.mjs';

for (const [prompt, status, code] of [
  ['#rate', 429, 'quota_exceeded'],
  ['#balance', 402, 'payment_required'],
  ['#retired', 404, 'not_found'],
  ['#badimg', 400, 'invalid_request'],
  ['#refuse:image_safety', 400, 'image_safety'],
  ['#refuse:content_blocked', 400, 'content_blocked'],
  ['#5xx-before', 503, 'service_unavailable'],
]) {
  test(`${prompt} is refused with ${status} and nothing is made`, async (t) => {
    const providers = await providersFor(t);

    const refused = await googleOf(providers).create({ prompt });

    assert.deepEqual([refused.status, refused.body.error.code], [status, code]);
    const { jobs, refusedCalls } = await providers.state('google');
    assert.deepEqual([jobs, refusedCalls], [[], 0]);
  });
}

for (const [prompt, status, content, bill] of [
  ['#mod-in', 'completed', ['text'], '0.00'],
  ['#mod-out', 'completed', ['text'], '0.00'],
  ['#fail:unreadable', 'completed', [], '0.5068'],
]) {
  test(`${prompt} ends ${status} without a video and costs ${bill}`, async (t) => {
    const providers = await providersFor(t);
    const google = googleOf(providers);
    const { id } = (await google.create({ prompt })).body;
    providers.advance(3);

    const ended = await google.interaction(id);

    assert.equal(ended.status, status);
    assert.deepEqual(
      ended.steps[0].content.map(({ type }) => type),
      content,
    );
    assert.equal(ended.usage.output_tokens_by_modality !== undefined, bill !== '0.00');
    assert.equal((await providers.state('google')).bill.amount, bill);
  });
}

test('#fail ends failed with its error; an odd status is one nobody knows', async (t) => {
  const providers = await providersFor(t);
  const google = googleOf(providers);
  const ids = [];
  for (const prompt of ['#fail', '#odd-status']) {
    ids.push((await google.create({ prompt })).body.id);
  }
  providers.advance(0.9);
  assert.equal((await google.interaction(ids[1])).status, 'reviewing');
  providers.advance(3);

  const failed = await google.interaction(ids[0]);

  assert.deepEqual([failed.status, failed.errors[0].code], ['failed', 'internal_error']);
});

test('A lost answer leaves an interaction nobody can look up, and it is billed', async (t) => {
  const providers = await providersFor(t);
  const lost = await googleOf(providers).create({ prompt: '#5xx-after' });
  providers.advance(3);

  assert.equal(lost.status, 503);
  assert.equal((await providers.state('google')).bill.amount, '0.5068');
});
