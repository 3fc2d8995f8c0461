import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  addProduct,
  adminOf,
  apiKey,
  appFor,
  attachVideo,
  clip,
  photo,
  secret,
  stageVideo,
  stateOf,
  storeFor,
  temporaryFolder,
  until,
  upload,
} from '../support.mjs';

const main = fileURLToPath(new URL('../../main.mjs', import.meta.url));

/** The real program, as the launcher starts it. */
async function program(t, folder, more = {}) {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      STORE_PORT: '0',
      STORE_DATA: folder,
      STORE_API_KEY: apiKey,
      STORE_API_SECRETS: secret,
      STORE_APP: 'http://127.0.0.1:9',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  t.after(() => child.kill('SIGKILL'));
  let line = '';
  for await (const chunk of child.stdout) {
    line += chunk;
    if (line.includes('\n')) {
      break;
    }
  }
  return { ...JSON.parse(line), child, gone };
}

test('A store killed in mid-work knows everything again and finishes it', async (t) => {
  const folder = temporaryFolder(t);
  const first = await program(t, folder, { STORE_MEDIA_SECONDS: '3600' });
  const admin = await adminOf(first);
  const product = await addProduct(first, { title: 'Kept' }, [{ name: 'a.jpg', bytes: photo() }]);
  const { target } = await stageVideo(admin, clip().length);
  await upload(target, clip());
  await attachVideo(admin, product.gid, target.resourceUrl);
  const before = await stateOf(first);
  first.child.kill('SIGKILL');
  await first.gone;

  const second = await program(t, folder, { STORE_MEDIA_SECONDS: '0.01' });
  await until(async () => (await stateOf(second)).products[0].media.every(({ status }) => status === 'READY'));
  const after = await stateOf(second);

  assert.equal(first.ready && second.ready, true);
  assert.deepEqual(
    after.products[0].media.map(({ gid, sha256 }) => [gid, sha256]),
    before.products[0].media.map(({ gid, sha256 }) => [gid, sha256]),
  );
  assert.deepEqual(after.stagedUploads, before.stagedUploads);
  assert.notEqual((await addProduct(second, { title: 'New' })).id, product.id);
});

test('A token, a job and a due delivery outlive the store', async (t) => {
  const folder = temporaryFolder(t);
  const first = await storeFor(t, { folder, jobSeconds: 3600, retryFactor: 1 });
  const admin = await adminOf(first);
  const [{ text: token }] = first.world.records.all('token');
  const product = await addProduct(first, {}, [
    { name: 'a.jpg', bytes: photo() },
    { name: 'b.jpg', bytes: photo() },
  ]);
  const moves = [{ id: (await stateOf(first)).products[0].media[1].gid, newPosition: '0' }];
  await admin('mutation R($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { job { id } } }', {
    id: product.gid,
    moves,
  });
  await until(async () => (await stateOf(first)).deliveries[0].tries === 1);
  await first.stop();

  const app = await appFor(t);
  const second = await storeFor(t, { folder, app: app.address });
  await until(() => app.received.some(({ headers }) => headers['x-shopify-topic'] === 'products/create'));

  assert.equal((await stateOf(second)).products[0].media[0].gid, moves[0].id);
  assert.ok(second.world.tokens.find('dev-atelier.myshopify.com', token));
});

test('Half a line at the end of the journal is what nobody was told of', async (t) => {
  const folder = temporaryFolder(t);
  const first = await storeFor(t, { folder });
  await addProduct(first, { title: 'Whole' });
  await first.stop();
  appendFileSync(join(folder, 'journal.jsonl'), '{"k":"product","i":"9","v":{"tit');

  const second = await storeFor(t, { folder });

  assert.deepEqual(
    (await stateOf(second)).products.map(({ title }) => title),
    ['Whole'],
  );
});

test('SIGTERM ends it cleanly, and its clock starts where it is told', async (t) => {
  const store = await program(t, temporaryFolder(t), { STORE_NOW: '2027-03-01T00:00:00Z' });

  const { now } = await (await fetch(`${store.address}/_sandbox/state`)).json();
  store.child.kill('SIGTERM');

  assert.match(now, /^2027-03-01T00:00:/);
  assert.deepEqual(await store.gone, { code: 0, signal: null });
});

test('A wrong setting, or a taken port, is one line and an exit', async (t) => {
  const taken = await storeFor(t);
  const start = (env) =>
    spawnSync(process.execPath, [main], { env: { ...process.env, STORE_DATA: temporaryFolder(t), ...env }, encoding: 'utf8' });

  const wrong = start({ STORE_NOW: 'yesterday' });
  const busy = start({ STORE_PORT: new URL(taken.address).port });

  assert.deepEqual([wrong.status, wrong.stderr], [2, 'STORE_NOW "yesterday" is not an instant\n']);
  assert.deepEqual([busy.status, busy.stderr], [1, `port ${new URL(taken.address).port} is taken\n`]);
});
