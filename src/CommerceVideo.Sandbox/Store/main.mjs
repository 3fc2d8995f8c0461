import { storeClock } from './clock.mjs';
import { readSettings } from './settings.mjs';
import { startStore } from './store.mjs';

const settings = readSettings(process.env);
const store = await startStore(settings, storeClock(settings.startsAt));
process.stdout.write(`${JSON.stringify({ ready: true, address: store.address })}\n`);

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await store.close();
    process.exit(0);
  });
}
