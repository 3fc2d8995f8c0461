import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';
import { standardWebhookHeaders } from '../../callbacks/standardWebhooks.mjs';
import { listenerFor, providersFor, until } from '../support.mjs';
import { klingOf } from './support.mjs';

test('The signature is the one of the vendor’s own test vector', () => {
  const body = '{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}';

  const headers = standardWebhookHeaders(['whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI='], '9876543210', 1781080794, body);

  assert.deepEqual(headers, {
    'webhook-id': '9876543210',
    'webhook-timestamp': '1781080794',
    'webhook-signature': 'v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=',
  });
});

/** A listener, a task that is done, and what came of it. */
async function told(t, { prompt = 'slow push in', answer, secrets } = {}) {
  const app = await listenerFor(t, answer);
  const providers = await providersFor(t);
  if (secrets) {
    await providers.control('/_sandbox/providers/kling/secrets', { secrets });
  }
  const kling = klingOf(providers);
  const options = { callback_url: `${app.address}/hook`, external_task_id: 'gen-1' };
  const { id } = (await kling.create({ prompt, options })).body.data;
  const step = async (seconds, count) => {
    providers.advance(seconds);
    await until(() => app.received.length >= count, `${count} callbacks, there are ${app.received.length}`);
  };
  return { app, providers, kling, id, options, step, statuses: () => app.received.map(({ body }) => body.status ?? body.task_status) };
}

function verifies({ headers, text }, secret) {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
  const right = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(signed)
    .digest('base64');
  return headers['webhook-signature'].split(' ').includes(`v1,${right}`);
}

test('Each change of a task is told in the shape of the query, signed', async (t) => {
  const { app, providers, kling, id, step, statuses } = await told(t);
  await step(0.1, 1);
  await step(0.5, 2);
  await step(2, 3);

  assert.deepEqual(statuses(), ['submitted', 'processing', 'succeeded']);
  const [, , last] = app.received;
  const { outputs, ...asked } = await kling.task(id);
  assert.deepEqual({ ...last.body, outputs: null }, { ...asked, outputs: null });
  assert.equal(last.body.outputs[0].duration, outputs[0].duration);
  assert.ok(app.received.every((one) => verifies(one, providers.ready.providers.kling.webhookSecret)));
  assert.ok(Math.abs(Number(last.headers['webhook-timestamp']) - providers.clock.now() / 1000) < 3);
});

test('A legacy task is told in the legacy shape, without a watermarked copy', async (t) => {
  const { app, kling, providers, options } = await told(t);
  await kling.createLegacy({ ...options, external_task_id: 'gen-2', watermark_info: { enabled: true } });
  providers.advance(3);
  await until(() => app.received.some(({ body }) => body.task_status === 'succeed'));

  const { body } = app.received.find((one) => one.body.task_status === 'succeed');

  assert.deepEqual([body.task_info, body.final_unit_deduction], [{ external_task_id: 'gen-2' }, '3.0']);
  assert.deepEqual(Object.keys(body.task_result.videos[0]), ['id', 'url', 'duration']);
});

test('During a rotation two signatures come, and without a secret none', async (t) => {
  const [old, young] = ['old', 'new'].map((name) => `whsec_${Buffer.from(name).toString('base64')}`);
  const rotating = await told(t, { secrets: [young, old] });
  const unsigned = await told(t, { secrets: [] });
  await rotating.step(0.1, 1);
  await unsigned.step(0.1, 1);

  const [both, none] = [rotating.app.received[0], unsigned.app.received[0]];

  assert.ok(verifies(both, old) && verifies(both, young));
  assert.deepEqual([none.headers['webhook-id'], none.headers['webhook-signature']], [undefined, undefined]);
});

test('A callback that is not taken comes again, five more times at most', async (t) => {
  const { app, providers, step } = await told(t, { prompt: '#never', answer: () => 500 });
  await step(0.1, 1);
  await step(5, 3);
  for (let tries = 0; tries < 10; tries += 1) {
    const before = app.received.length;
    providers.advance(3600);
    await until(async () => app.received.length > before || (await providers.state('kling')).jobs[0].callbackAnswers.length === 12);
  }

  assert.equal(app.received.length, 12, 'two changes, six tries each');
});

test('Asked for, callbacks come twice, or the last first, or not at all', async (t) => {
  const twice = await told(t, { prompt: '#dup-callback' });
  const reversed = await told(t, { prompt: '#out-of-order' });
  const never = await told(t, { prompt: '#no-callback' });
  await twice.step(3, 6);
  await reversed.step(3, 1);
  await reversed.step(1, 3);
  never.providers.advance(10);

  assert.deepEqual(twice.statuses().sort(), ['processing', 'processing', 'submitted', 'submitted', 'succeeded', 'succeeded']);
  assert.equal(reversed.statuses()[0], 'succeeded');
  assert.equal(never.app.received.length, 0);
});

test('Any state of a task is told again on demand: late, several times, or forged', async (t) => {
  const { app, providers, id, step } = await told(t);
  await step(3, 3);
  const secret = providers.ready.providers.kling.webhookSecret;
  const again = (wishes) => providers.control('/_sandbox/providers/kling/callbacks', { job: id, ...wishes });

  await again({ state: 'running', times: 2 });
  await step(0.1, 5);
  await again({ forged: true, lateSeconds: 600 });
  providers.advance(599);
  assert.equal(app.received.length, 5);
  await step(2, 6);

  assert.deepEqual([app.received[3].body.status, app.received[3].body.outputs], ['processing', []]);
  assert.ok(verifies(app.received[4], secret));
  assert.ok(!verifies(app.received[5], secret));
  assert.equal((await again({ state: 'running', often: 2 })).status, 422);
  await again({ state: 'failed' });
  await step(0.1, 7);
  assert.equal(app.received[6].body.status, 'failed', 'a state it never had can be told too');
});
