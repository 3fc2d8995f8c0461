import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import test from 'node:test';
import { call, listenerFor, providersFor, until } from '../support.mjs';
import { falOf, pika } from './support.mjs';

/** A listener, a request with its address, and what was told. */
async function told(t, { prompt = 'slow push in', answer } = {}) {
  const app = await listenerFor(t, answer);
  const providers = await providersFor(t);
  const fal = falOf(providers);
  const query = `?fal_webhook=${encodeURIComponent(`${app.address}/hook?of=1`)}`;
  const { body: ticket } = await fal.submit({ prompt }, pika, query);
  const step = async (seconds, count) => {
    providers.advance(seconds);
    await until(() => app.received.length >= count, `${count} webhooks, there are ${app.received.length}`);
  };
  return { app, providers, fal, ticket, step };
}

/** As fal's page says: any key of the set will do. */
async function verifies(fal, { headers, text }) {
  const { keys } = (await call(`${fal.address}/.well-known/jwks.json`)).body;
  const hash = createHash('sha256').update(text).digest('hex');
  const parts = ['request-id', 'user-id', 'timestamp'].map((name) => headers[`x-fal-webhook-${name}`]);
  const signature = Buffer.from(headers['x-fal-webhook-signature'] ?? '', 'hex');
  return keys.some((key) => verify(null, Buffer.from([...parts, hash].join('\n')), createPublicKey({ key, format: 'jwk' }), signature));
}

test('The end of a request is told once, signed, with its output', async (t) => {
  const { app, providers, fal, ticket, step } = await told(t);
  await step(3, 1);

  const [{ headers, body }] = app.received;

  assert.deepEqual([body.request_id, body.gateway_request_id, body.status], [ticket.request_id, ticket.request_id, 'OK']);
  assert.equal((await fetch(body.payload.video.url)).status, 200);
  assert.equal(headers['x-fal-webhook-request-id'], ticket.request_id);
  assert.ok(Math.abs(Number(headers['x-fal-webhook-timestamp']) - providers.clock.now() / 1000) < 3);
  assert.ok(await verifies(fal, app.received[0]));
});

test('A failure is told as ERROR with the details of the result', async (t) => {
  const { app, fal, ticket, step } = await told(t, { prompt: '#mod-out' });
  await step(3, 1);

  const [{ body }] = app.received;

  assert.deepEqual([body.status, body.error], ['ERROR', 'Invalid status code: 422']);
  assert.deepEqual(body.payload, (await fal(ticket.response_url)).body);
});

test('A webhook that is not taken comes again', async (t) => {
  const { app, step } = await told(t, { answer: (count) => (count === 1 ? 500 : 200) });
  await step(3, 1);
  await step(5, 2);

  assert.deepEqual(app.received[0].text, app.received[1].text);
});

test('A forged one is signed with no key of the set; after a rotation the old one is in it no more', async (t) => {
  const { app, providers, fal, ticket, step } = await told(t);
  await step(3, 1);
  const again = (wishes) => providers.control('/_sandbox/providers/fal/callbacks', { job: ticket.request_id, ...wishes });
  await again({ forged: true });
  await step(0.1, 2);
  assert.deepEqual(await Promise.all(app.received.map((one) => verifies(fal, one))), [true, false]);

  await providers.control('/_sandbox/providers/fal/secrets', { secrets: ['a new one'] });
  await again({});
  await step(0.1, 3);

  assert.deepEqual(await Promise.all(app.received.map((one) => verifies(fal, one))), [false, false, true]);
});

test('Without a secret nothing is signed and the set is empty', async (t) => {
  const { app, providers, fal, step } = await told(t);
  await providers.control('/_sandbox/providers/fal/secrets', { secrets: [] });
  await step(3, 1);

  assert.equal(app.received[0].headers['x-fal-webhook-signature'], undefined);
  assert.deepEqual((await call(`${fal.address}/.well-known/jwks.json`)).body, { keys: [] });
});
