import { readdirSync } from 'node:fs';

// One process for all of them: the pictures and clips the tests share are made once.
for (const name of readdirSync(new URL('.', import.meta.url), { recursive: true }).sort()) {
  if (name.endsWith('.test.mjs')) {
    await import(new URL(name.replaceAll('\\', '/'), import.meta.url));
  }
}
