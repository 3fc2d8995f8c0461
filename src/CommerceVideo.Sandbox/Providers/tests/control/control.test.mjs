import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { movableClock } from '../../clock.mjs';
import { klingOf } from '../kling/support.mjs';
import { runwayOf } from '../runway/support.mjs';
import { noon, providersFor, temporaryFolder, until } from '../support.mjs';

const main = fileURLToPath(new URL('../../main.mjs', import.meta.url));

/** The real program, as a launcher starts it. */
async function program(t, settings) {
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  t.after(() => child.kill('SIGKILL'));
  let line = '';
  for await (const chunk of child.stdout) {
    line += chunk;
    if (line.includes('\n')) {
      break;
    }
  }
  return { ready: JSON.parse(line), child, gone };
}

const stateOf = async ({ ready }) => (await fetch(`${ready.control}/_sandbox/state`)).json();

test('A program killed in mid-work knows every job again and goes on with it', async (t) => {
  const folder = temporaryFolder(t);
  const settings = {
    PROVIDERS_DATA: folder,
    PROVIDERS_ONLY: 'kling,runway',
    PROVIDERS_SECONDS: '600',
    PROVIDERS_CONCURRENT: '1',
    PROVIDERS_NOW: '2026-11-22T12:00:00Z',
  };
  const first = await program(t, settings);
  await klingOf(first).create({ options: { external_task_id: 'gen-1' } });
  await runwayOf(first).create();
  await runwayOf(first).create();
  await fetch(`${first.ready.control}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"advanceSeconds":300}',
  });
  const before = await stateOf(first);
  first.child.kill('SIGKILL');
  await first.gone;

  const second = await program(t, settings);
  const after = await stateOf(second);
  const jobs = ({ providers }) => providers.map((one) => one.jobs.map(({ id, state }) => [id, state]));
  assert.deepEqual(jobs(after), jobs(before));
  assert.deepEqual(
    before.providers.map((one) => one.jobs.map(({ state }) => state)),
    [['running'], ['running', 'waiting']],
  );
  await fetch(`${second.ready.control}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"advanceSeconds":2000}',
  });

  const { providers } = await stateOf(second);
  assert.deepEqual(
    providers.map(({ bill }) => bill.amount),
    ['0.42', '0.48'],
  );
  assert.equal((await klingOf(second).create({ options: { external_task_id: 'gen-1' } })).body.code, 1201);
});

test('SIGTERM ends it cleanly; only the providers asked for are there, on the ports asked for', async (t) => {
  const taken = await providersFor(t, { only: ['kling'] });
  const port = Number(new URL(taken.ready.providers.kling.address).port);
  await taken.stop();

  const running = await program(t, {
    PROVIDERS_DATA: temporaryFolder(t),
    PROVIDERS_ONLY: 'kling',
    PROVIDERS_PORTS: JSON.stringify({ kling: port }),
  });
  running.child.kill('SIGTERM');

  assert.deepEqual(Object.keys(running.ready.providers), ['kling']);
  assert.equal(running.ready.providers.kling.address, `http://127.0.0.1:${port}`);
  assert.deepEqual(await running.gone, { code: 0, signal: null });
});

test('A wrong setting, or a taken port, is one line and an exit', async (t) => {
  const { ready } = await providersFor(t);
  const start = (env) =>
    spawnSync(process.execPath, [main], { env: { ...process.env, PROVIDERS_DATA: temporaryFolder(t), ...env }, encoding: 'utf8' });
  const control = Number(new URL(ready.control).port);

  const wrong = start({ PROVIDERS_ONLY: 'klink' });
  const busy = start({ PROVIDERS_PORTS: JSON.stringify({ control }) });

  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /^PROVIDERS_ONLY knows .*\bkling\b.*, not "klink"\n$/);
  assert.deepEqual([busy.status, busy.stderr], [1, `port ${control} is taken\n`]);
});

test('A provider that is stopped answers nobody, its jobs go on, and it comes back at its address', async (t) => {
  const providers = await providersFor(t);
  const runway = runwayOf(providers);
  const { id } = (await runway.create()).body;

  assert.equal((await providers.control('/_sandbox/providers/runway/stop', {})).status, 204);
  await assert.rejects(runway.task(id));
  assert.deepEqual([(await providers.state('runway')).up, (await providers.state('kling')).up], [false, true]);
  providers.advance(3);
  await providers.control('/_sandbox/providers/runway/start', {});

  assert.equal((await runway.task(id)).status, 'SUCCEEDED');
});

test('Counted faults, options and the clock are set from outside; what cannot be is said', async (t) => {
  const providers = await providersFor(t, {}, movableClock(noon));
  const kling = klingOf(providers);
  const faults = (body) => providers.control('/_sandbox/providers/kling/faults', body);

  assert.deepEqual((await faults({ next: { 'refuse:1103': 2 } })).body, { next: { 'refuse:1103': 2 }, rates: {} });
  assert.deepEqual([(await kling.create()).body.code, (await kling.create()).body.code, (await kling.create()).body.code], [1103, 1103, 0]);
  assert.equal((await faults({ next: { nonsense: 1 } })).status, 422);
  assert.equal((await providers.control('/_sandbox/providers/kling/options', { concurrent: 'many' })).status, 422);
  assert.equal((await providers.control('/_sandbox/providers/kling/options', { colour: 1 })).status, 422);
  assert.equal((await providers.control('/_sandbox/providers/pica/faults', {})).status, 404);
  assert.equal((await providers.control('/_sandbox/clock', { advanceSeconds: -1 })).status, 422);
  const { body } = await providers.control('/_sandbox/clock', { advanceSeconds: 3600 });
  assert.match(body.now, /^2026-11-22T13:00:/);
  await until(async () => (await providers.state('kling')).jobs[0].state === 'succeeded');
});
