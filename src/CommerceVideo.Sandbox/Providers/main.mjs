import { movableClock } from './clock.mjs';
import { startProviders } from './providers.mjs';
import { readSettings } from './settings.mjs';

const providers = await started();
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await providers.close();
    process.exit(0);
  });
}

// Only now: whoever reads this may end it at once.
process.stdout.write(`${JSON.stringify(providers.ready)}\n`);

/** What keeps the stand-ins from starting is one line, and a wrong setting is exit 2. */
async function started() {
  let settings;
  try {
    settings = readSettings(process.env);
  } catch (problem) {
    fail(problem.message, 2);
  }
  try {
    return await startProviders(settings, movableClock(settings.startsAt));
  } catch (problem) {
    return fail(problem.code === 'EADDRINUSE' ? `port ${problem.port} is taken` : problem.stack, 1);
  }
}

function fail(message, code) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
