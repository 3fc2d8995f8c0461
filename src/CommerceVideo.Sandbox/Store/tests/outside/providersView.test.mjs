import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test from 'node:test';
import { storeFor } from '../support.mjs';

const providersIn = async (store) => (await (await fetch(`${store.address}/_sandbox/state`)).json()).providers;

async function controlServer(t, status, body) {
  const asked = [];
  const server = createServer((req, res) => {
    asked.push(req.url);
    res.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { address: `http://127.0.0.1:${server.address().port}`, asked, close: () => new Promise((resolve) => server.close(resolve)) };
}

test('The state tells the video stand-ins, as they tell themselves', async (t) => {
  const provider = { provider: 'kling', up: true, bill: { amount: '0.42', currency: 'USD' }, jobs: [] };
  const control = await controlServer(t, 200, JSON.stringify({ now: 'whenever', providers: [provider] }));

  const store = await storeFor(t, { providers: control.address });

  assert.deepEqual(await providersIn(store), [provider]);
  assert.deepEqual(control.asked, ['/_sandbox/state']);
});

test('Without stand-ins, or with none that answer, the state has an empty list', async (t) => {
  const broken = await controlServer(t, 500, 'out of order');
  const gone = await controlServer(t, 200, '{}');
  await gone.close();

  for (const providers of [null, broken.address, gone.address]) {
    assert.deepEqual(await providersIn(await storeFor(t, { providers })), []);
  }
});
