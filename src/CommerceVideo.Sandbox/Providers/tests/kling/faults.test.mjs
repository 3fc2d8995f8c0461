import assert from 'node:assert/strict';
import test from 'node:test';
import { providersFor } from '../support.mjs';
import { klingOf } from './support.mjs';

const rows = {
  401: [1000, 1001, 1002, 1003, 1004],
  429: [1100, 1101, 1102, 1302, 1303, 1304],
  403: [1103],
  400: [1200, 1201, 1300, 1301],
  404: [1202, 1203],
  500: [5000],
  503: [5001],
  504: [5002],
};

test('Every row of the error table can be had, with its HTTP code and body', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);

  for (const [status, codes] of Object.entries(rows)) {
    for (const code of codes) {
      const refused = await kling.create({ prompt: `a dress #refuse:${code}` });
      assert.deepEqual([refused.status, refused.body.code], [Number(status), code]);
      assert.deepEqual(Object.keys(refused.body), ['code', 'message', 'request_id']);
    }
  }
  const { jobs, refusedCalls } = await providers.state('kling');
  assert.deepEqual([jobs, refusedCalls], [[], 0]);
});

for (const [keyword, status, code] of [
  ['#balance', 429, 1102],
  ['#mod-in', 400, 1301],
  ['#badimg', 400, 1201],
  ['#retired', 404, 1203],
]) {
  test(`${keyword} is refused each time, and nothing is made`, async (t) => {
    const providers = await providersFor(t);
    const kling = klingOf(providers);

    const answers = [await kling.create({ prompt: `a ${keyword}` }), await kling.create({ prompt: `a ${keyword}` })];

    assert.deepEqual(
      answers.map((one) => [one.status, one.body.code]),
      [
        [status, code],
        [status, code],
      ],
    );
    assert.deepEqual((await providers.state('kling')).jobs, []);
  });
}

for (const [keyword, status, code] of [
  ['#rate', 429, 1302],
  ['#throttle', 429, 1303],
  ['#5xx-before', 500, 5000],
]) {
  test(`${keyword} strikes once and lets the next try through; *2 twice`, async (t) => {
    const providers = await providersFor(t);
    const kling = klingOf(providers);
    const code2 = async (prompt) => (await kling.create({ prompt })).body.code;

    const refused = await kling.create({ prompt: `a ${keyword}` });

    assert.deepEqual([refused.status, refused.body.code], [status, code]);
    assert.equal(await code2(`a ${keyword}`), 0);
    assert.deepEqual([await code2(`b ${keyword}*2`), await code2(`b ${keyword}*2`), await code2(`b ${keyword}*2`)], [code, code, 0]);
  });
}

for (const keyword of ['#5xx-after', '#timeout-after', '#reset-after', '#malformed']) {
  test(`${keyword}: the answer is lost, the task is there, is found by the caller's id and is billed once`, async (t) => {
    const providers = await providersFor(t, { holdSeconds: 0.2 });
    const kling = klingOf(providers);
    const options = { external_task_id: 'gen-1' };

    const lost = kling.create({ prompt: `a ${keyword}`, options }).catch((problem) => problem);
    if (keyword === '#timeout-after') {
      await new Promise((resolve) => setTimeout(resolve, 100));
      providers.advance(1);
    }
    const outcome = await lost;
    providers.advance(3);
    const again = await kling.create({ prompt: `a ${keyword}`, options });
    const found = (await kling('/tasks?external_task_ids=gen-1')).body.data;

    assert.ok(outcome instanceof Error || outcome.status === 500 || outcome.body === null, JSON.stringify(outcome));
    assert.equal(again.body.code, 1201);
    assert.deepEqual([found.length, found[0].status], [1, 'succeeded']);
    const { jobs, bill } = await providers.state('kling');
    assert.deepEqual([jobs.length, jobs[0].faults, bill.amount], [1, [keyword.slice(1)], '0.42']);
  });
}

test('A task that fails has a text and no code, and costs nothing', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const { id } = (await kling.create({ prompt: '#mod-out' })).body.data;
  providers.advance(3);

  const failed = await kling.task(id);

  assert.equal(failed.status, 'failed');
  assert.match(failed.message, /risk control/);
  assert.deepEqual([failed.outputs, failed.billing], [[], []]);
  const { jobs, bill } = await providers.state('kling');
  assert.deepEqual([jobs[0].bill, bill.amount], [null, '0.00']);
});

test('Slow takes twenty times as long, never runs on, an odd status is one nobody knows', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const ids = [];
  for (const prompt of ['#slow', '#never', '#odd-status']) {
    ids.push((await kling.create({ prompt })).body.data.id);
  }
  const statuses = async () => Promise.all(ids.map(async (id) => (await kling.task(id)).status));

  providers.advance(1.2);
  assert.equal((await statuses())[2], 'reviewing');
  providers.advance(10);
  assert.deepEqual(await statuses(), ['processing', 'processing', 'succeeded']);
  providers.advance(86_400);
  assert.deepEqual(await statuses(), ['succeeded', 'processing', 'succeeded']);
});

test('Status calls go wrong on demand and are right again', async (t) => {
  const providers = await providersFor(t);
  const kling = klingOf(providers);
  const { id } = (await kling.create({ prompt: '#read-5xx #read-rate #read-malformed' })).body.data;
  providers.advance(3);
  const ask = () => kling(`/tasks?task_ids=${id}`);

  const answers = [await ask(), await ask(), await ask(), await ask()];

  assert.deepEqual(
    answers.map(({ status, body }) => [status, body?.code ?? null]),
    [
      [500, 5000],
      [429, 1302],
      [200, null],
      [200, 0],
    ],
  );
});
