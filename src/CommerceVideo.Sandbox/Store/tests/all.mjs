import { readdirSync } from 'node:fs';

// One process for all of them: Shopify's schema, the slowest part of a store's start, is then built once.
for (const name of readdirSync(new URL('.', import.meta.url), { recursive: true }).sort()) {
  if (name.endsWith('.test.mjs')) {
    await import(new URL(name.replaceAll('\\', '/'), import.meta.url));
  }
}
