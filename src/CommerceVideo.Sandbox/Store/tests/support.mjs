import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeClock } from '../clock.mjs';
import { readSettings } from '../settings.mjs';
import { startStore } from '../store.mjs';

export const shop = 'dev-atelier.myshopify.com';
export const apiKey = 'key-of-tests';
export const secret = 'secret-of-tests';

/** A store on a port and in a folder of its own, gone with the test. `settings` differ from the defaults. */
export async function storeFor(test, settings = {}, clock = storeClock()) {
  const folder = settings.folder ?? temporaryFolder(test);
  const defaults = {
    ...readSettings({}),
    folder,
    apiKey,
    secrets: [secret],
    mediaSeconds: 0.02,
    jobSeconds: 0.01,
    retryFactor: 0.00001,
    app: 'http://127.0.0.1:9',
  };
  const store = await startStore({ ...defaults, ...settings }, clock);
  let open = true;
  store.stop = async () => {
    if (open) {
      open = false;
      await store.close();
    }
  };
  test.after(store.stop);
  return store;
}

export function temporaryFolder(test) {
  const folder = mkdtempSync(join(tmpdir(), 'store-test-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An app that notes each webhook; `answer` decides the status of the n-th. */
export async function appFor(test, answer = () => 200) {
  const received = [];
  const server = createServer((req, res) => {
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => {
      received.push({ headers: req.headers, body: Buffer.concat(chunks), text: Buffer.concat(chunks).toString('utf8'), at: Date.now() });
      res.writeHead(answer(received.length, req)).end();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${server.address().port}`, received };
}

/** A clock that stands until told; what waits on it is done when its time has come. */
export function standingClock(startsAt = Date.parse('2026-11-22T12:00:00Z')) {
  let now = startsAt;
  let waiting = [];
  return {
    now: () => now,
    after(milliseconds, act) {
      const entry = { at: now + milliseconds, act };
      waiting.push(entry);
      return () => (waiting = waiting.filter((one) => one !== entry));
    },
    advance(milliseconds) {
      now += milliseconds;
      const due = waiting.filter((one) => one.at <= now).sort((a, b) => a.at - b.at);
      waiting = waiting.filter((one) => one.at > now);
      due.forEach((one) => one.act());
    },
    stop: () => (waiting = []),
  };
}

/** Asks until the answer is one; it has half a minute. */
export async function until(ask, what = ask.toString()) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`did not come about: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function tokenOf(store) {
  const { body } = await postJson(store, '/admin/oauth/access_token', {
    client_id: apiKey,
    client_secret: secret,
    grant_type: 'client_credentials',
  });
  return body.access_token;
}

export async function postJson(store, path, body, headers = {}) {
  const reply = await fetch(store.address + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: text ? JSON.parse(text) : null };
}

/** A caller of the Admin API with a live token. */
export async function adminOf(store) {
  const token = await tokenOf(store);
  return async (query, variables) =>
    (await postJson(store, '/admin/api/2026-10/graphql.json', { query, variables }, { 'X-Shopify-Access-Token': token })).body;
}

export async function addProduct(store, fields = {}, photos = []) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ title: 'Marisol Wrap Dress', price: '89.00', ...fields })) {
    form.append(name, value);
  }
  photos.forEach(({ name, bytes }) => form.append('photos', new Blob([bytes]), name));
  const reply = await fetch(`${store.address}/_sandbox/products`, { method: 'POST', body: form });
  return { status: reply.status, ...(await reply.json()) };
}

export async function stateOf(store) {
  return (await (await fetch(`${store.address}/_sandbox/state`)).json()).shops[0];
}

const made = new Map();

/** Media made by ffmpeg, once per run and recipe. */
export function ffmpeg(...args) {
  const key = args.join(' ');
  if (!made.has(key)) {
    const { status, stdout, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-nostdin', ...args, 'pipe:1'], { maxBuffer: 64 * 1024 * 1024 });
    if (status !== 0) {
      throw new Error(String(stderr));
    }
    made.set(key, stdout);
  }
  return made.get(key);
}

export const photo = (size = '300x400') =>
  ffmpeg('-f', 'lavfi', '-i', `testsrc=size=${size}`, '-frames:v', '1', '-c:v', 'mjpeg', '-f', 'image2pipe');

export const clip = (size = '180x320', seconds = 1) =>
  ffmpeg(
    '-f',
    'lavfi',
    '-i',
    `testsrc=size=${size}:rate=25:duration=${seconds}`,
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
    '-movflags',
    'frag_keyframe+empty_moov',
    '-f',
    'mp4',
  );

/** Takes a staged target and sends bytes to it as a form, parameters in order, file last. */
export async function upload(target, bytes, { order = (fields) => fields } = {}) {
  const form = new FormData();
  for (const [name, value] of order([
    ...target.parameters.map(({ name, value }) => [name, value]),
    ['file', new Blob([bytes], { type: 'video/mp4' })],
  ])) {
    form.append(name, value);
  }
  const reply = await fetch(target.url, { method: 'POST', body: form });
  return { status: reply.status, body: await reply.text() };
}

export const stageVideo = async (admin, size, more = {}) => {
  const answer = await admin(
    'mutation S($input: [StagedUploadInput!]!) { stagedUploadsCreate(input: $input) { stagedTargets { url resourceUrl parameters { name value } } userErrors { field message } } }',
    {
      input: [{ filename: 'page.mp4', mimeType: 'video/mp4', resource: 'VIDEO', httpMethod: 'POST', fileSize: String(size), ...more }],
    },
  );
  return {
    ...answer,
    target: answer.data?.stagedUploadsCreate?.stagedTargets[0],
    userErrors: answer.data?.stagedUploadsCreate?.userErrors,
  };
};

export const attachVideo = (admin, product, originalSource, alt = 'A video') =>
  admin(
    'mutation A($id: ID!, $media: [CreateMediaInput!]) { productUpdate(product: {id: $id}, media: $media) { product { media(first: 20) { nodes { id alt status mediaContentType } } } userErrors { field message } } }',
    {
      id: product,
      media: [{ mediaContentType: 'VIDEO', originalSource, alt }],
    },
  );
