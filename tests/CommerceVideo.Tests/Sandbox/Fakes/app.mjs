// The least of an app: the roles the launcher starts and the report the headless run reads.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { appendFileSync, readFileSync } from 'node:fs';

const role = process.argv[2];
const note = (line) => process.env.FAKE_NOTES && appendFileSync(process.env.FAKE_NOTES, `${line}\n`);
note(`${role} started ${process.pid}`);
process.on('SIGTERM', () => {
  note(`${role} stopped`);
  process.exit(0);
});

if (role === 'migrate') {
  if (process.env.FAKE_MIGRATION_WAITS_FOR) {
    const happened = () => readFileSync(process.env.FAKE_NOTES, 'utf8').includes(process.env.FAKE_MIGRATION_WAITS_FOR);
    while (!happened()) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  note('migrate ended');
  process.exit(process.env.FAKE_MIGRATION_FAILS ? (console.error('column "x" exists'), 3) : 0);
}
if (role === 'worker') {
  if (process.env.FAKE_WORKER_FAILS) {
    console.error('the queue is of another version');
    process.exit(1);
  }
  setInterval(() => {}, 1 << 30);
  console.log(JSON.stringify({ schema: 1, ready: true, roles: ['worker'], pid: process.pid }));
}
if (role === 'web') {
  const store = process.env.Shopify__AdminAddress.replace('/shops/{shop}', '');
  const done = new Map();
  const clip = (id) => Buffer.from(`clip of ${id}`);
  const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');

  const video = (id, purpose, state, mediaId) => ({
    id: `${id}-${purpose}`,
    purpose,
    placement: purpose === 'page' ? 'shopify-page' : 'tiktok',
    file: `/files/${id}?signature=s`,
    sha256: process.env.FAKE_SPOILS ? 'other' : sum(clip(id)),
    poster: `/files/${id}.jpg?signature=s`,
    state,
    mediaId,
  });

  async function report() {
    const state = await (await fetch(`${store}/_sandbox/state`)).json();
    const products = [];
    for (const { id, gid, title } of state.shops[0].products) {
      if (title.startsWith('Broken')) {
        products.push({ id: gid, state: 'refused', reason: { code: 'truncated', text: 'The picture is cut off.' }, videos: [] });
        continue;
      }
      if (!done.has(id)) {
        const body = JSON.stringify({ product: id, sha256: sum(clip(id)) });
        done.set(id, (await (await fetch(`${store}/_fake/publish`, { method: 'POST', body })).json()).id);
      }
      products.push({
        id: gid,
        state: 'ready',
        videos: [video(id, 'page', 'published', done.get(id)), video(id, 'social', 'stored', null)],
      });
    }
    const spend = [{ provider: 'kling', amount: process.env.FAKE_SPEND ?? '0.42', currency: 'USD' }];
    return { spend, deliveries: { received: products.length, duplicate: 0, handled: products.length, parked: 0 }, products, idle: true };
  }

  const { port } = new URL(process.env.ASPNETCORE_URLS);
  createServer(async (request, response) => {
    const path = new URL(request.url, 'http://127.0.0.1').pathname;
    if (path === '/health/ready' || path === '/') {
      note(`web answered ${request.url}`);
      response.end('ok');
    } else if (path === '/operations/report') {
      const allowed = request.headers.authorization === `Bearer ${process.env.Operations__Key}`;
      response.writeHead(allowed ? 200 : 401).end(allowed ? JSON.stringify(await report()) : '');
    } else if (path.startsWith('/files/')) {
      response.end(clip(path.slice('/files/'.length)));
    } else {
      response.writeHead(404).end();
    }
  }).listen(Number(port), '127.0.0.1');
}
