import { storeClock } from './clock.mjs';
import { readSettings } from './settings.mjs';
import { startStore } from './store.mjs';

const store = await started();
process.stdout.write(`${JSON.stringify({ ready: true, address: store.address })}\n`);

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await store.close();
    process.exit(0);
  });
}

/** What keeps the store from starting is one line, and a wrong setting is exit 2. */
async function started() {
  let settings;
  try {
    settings = readSettings(process.env);
  } catch (problem) {
    fail(problem.message, 2);
  }
  try {
    return await startStore(settings, storeClock(settings.startsAt));
  } catch (problem) {
    return fail(problem.code === 'EADDRINUSE' ? `port ${settings.port} is taken` : problem.stack, 1);
  }
}

function fail(message, code) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
