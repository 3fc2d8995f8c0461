import assert from 'node:assert/strict';
import test from 'node:test';
import { providersFor } from '../support.mjs';
import { wanOf } from './support.mjs';

const rows = {
  401: ['InvalidApiKey'],
  403: ['AccessDenied', 'Model.AccessDenied', 'AllocationQuota.FreeTierOnly', 'PrepaidBillOverdue', 'CommodityNotPurchased'],
  400: ['InvalidParameter', 'InvalidURL', 'DataInspectionFailed', 'InvalidParameter.DataInspection', 'Arrearage'],
  429: [
    'Throttling',
    'Throttling.RateQuota',
    'Throttling.BurstRate',
    'Throttling.AllocationQuota',
    'ServiceOverloaded',
    'ResourceExhausted',
  ],
  404: ['ModelNotFound'],
  500: ['InternalError', 'InternalError.Algo', 'InternalError.DataInspection', 'InternalError.Timeout'],
};

test('Every row of the error table can be had, with its HTTP code and body', async (t) => {
  const providers = await providersFor(t);
  const wan = wanOf(providers);

  for (const [status, codes] of Object.entries(rows)) {
    for (const code of codes) {
      const refused = await wan.create({ prompt: `a dress #refuse:${code}` });
      assert.deepEqual([refused.status, refused.body.code], [Number(status), code]);
    }
  }
  const { jobs, refusedCalls } = await providers.state('wan');
  assert.deepEqual([jobs, refusedCalls], [[], 0]);
});

for (const [prompt, code] of [
  ['#mod-out', 'DataInspectionFailed'],
  ['#fail', 'InternalError.Algo'],
  ['#fail:InternalError.Timeout', 'InternalError.Timeout'],
]) {
  test(`${prompt} ends the task FAILED with ${code}, for nothing`, async (t) => {
    const providers = await providersFor(t);
    const wan = wanOf(providers);
    const id = (await wan.create({ prompt })).body.output.task_id;
    providers.advance(3);

    const { output, usage } = await wan.task(id);

    assert.deepEqual([output.task_status, output.code, typeof output.message, usage], ['FAILED', code, 'string', undefined]);
    assert.equal((await providers.state('wan')).bill.amount, '0.00');
  });
}

for (const keyword of ['#5xx-after', '#reset-after', '#malformed']) {
  test(`${keyword}: the task is there, nobody can look it up, and whoever posts again pays twice`, async (t) => {
    const providers = await providersFor(t);
    const wan = wanOf(providers);

    const lost = await wan.create({ prompt: `a ${keyword}` }).catch((problem) => problem);
    const again = await wan.create({ prompt: `a ${keyword}` });
    providers.advance(3);

    assert.ok(lost instanceof Error || lost.status === 500 || lost.body === null, JSON.stringify(lost));
    assert.equal(again.status, 200);
    const { jobs, bill } = await providers.state('wan');
    assert.deepEqual([jobs.length, bill.amount], [2, '0.40']);
  });
}

test('What is spent is off the balance, and who has none left is in arrears', async (t) => {
  const providers = await providersFor(t);
  await providers.control('/_sandbox/providers/wan/options', { balance: '0.30' });
  const wan = wanOf(providers);

  assert.deepEqual([(await wan.create()).status, (await wan.create()).body.code], [200, 'Arrearage']);
});
