import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { movableClock } from '../clock.mjs';
import { startProviders } from '../providers.mjs';
import { readSettings } from '../settings.mjs';

export const noon = Date.parse('2026-11-22T12:00:00Z');

/** Providers on ports and in a folder of their own, gone with the test; their clock stands until `advance`. */
export async function providersFor(test, settings = {}, clock = movableClock(noon, { standing: true })) {
  const folder = settings.folder ?? temporaryFolder(test);
  const running = await startProviders({ ...readSettings({}), folder, clipScale: 0.1, ...settings }, clock);
  let open = true;
  running.stop = async () => {
    if (open) {
      open = false;
      await running.close();
    }
  };
  test.after(running.stop);
  running.clock = clock;
  running.advance = (seconds) => clock.advance(seconds * 1000);
  running.control = (path, body) => call(running.ready.control + path, { body });
  running.state = async (name) =>
    (await (await fetch(`${running.ready.control}/_sandbox/state`)).json()).providers.find(({ provider }) => provider === name);
  return running;
}

export function temporaryFolder(test) {
  const folder = mkdtempSync(join(tmpdir(), 'providers-test-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One call: a body makes it a POST with JSON. The answer's JSON is parsed, its text kept. */
export async function call(address, { method, body, headers = {} } = {}) {
  const reply = await fetch(address, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, text, body: parsed(text) };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Somebody who is called back; `answer` decides the status of the n-th. */
export async function listenerFor(test, answer = () => 200) {
  const received = [];
  const server = createServer((req, res) => {
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      received.push({ headers: req.headers, text, body: parsed(text) });
      res.writeHead(answer(received.length)).end();
    });
  });
  return { address: await opened(test, server), received };
}

/** A web server with one picture, as the app is to a provider that fetches. */
export async function pictureServer(test, bytes, { type = 'image/png', redirect = false, length = true } = {}) {
  const methods = [];
  const server = createServer((req, res) => {
    methods.push(req.method);
    if (redirect && req.url === '/old') {
      return res.writeHead(302, { Location: '/picture' }).end();
    }
    res.writeHead(200, { 'Content-Type': type, ...(length ? { 'Content-Length': bytes.length } : { 'Transfer-Encoding': 'chunked' }) });
    return res.end(req.method === 'HEAD' ? undefined : bytes);
  });
  return { address: await opened(test, server), methods };
}

async function opened(test, server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
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

const made = new Map();

/** A picture made by ffmpeg, once per run: a photograph's mix of flat ground and detail. */
export function picture({ size = '600x800', kind = 'png', pixels = 'rgb24' } = {}) {
  const key = `${size} ${kind} ${pixels}`;
  if (!made.has(key)) {
    const codec = { png: 'png', jpg: 'mjpeg', gif: 'gif' }[kind];
    const args = [
      '-v',
      'error',
      '-nostdin',
      '-f',
      'lavfi',
      '-i',
      `testsrc=size=${size}`,
      '-frames:v',
      '1',
      '-pix_fmt',
      kind === 'png' ? pixels : kind === 'gif' ? 'pal8' : 'yuvj420p',
    ];
    const { status, stdout, stderr } = spawnSync(
      'ffmpeg',
      [...args, '-c:v', codec, '-f', kind === 'gif' ? 'gif' : 'image2pipe', 'pipe:1'],
      {
        maxBuffer: 256 * 1024 * 1024,
      },
    );
    if (status !== 0) {
      throw new Error(String(stderr));
    }
    made.set(key, stdout);
  }
  return made.get(key);
}

export const base64 = (wishes) => picture(wishes).toString('base64');

/** What ffprobe tells of an MP4's bytes. */
export function probe(test, bytes) {
  const file = join(temporaryFolder(test), 'clip.mp4');
  writeFileSync(file, bytes);
  const { stdout } = spawnSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', file], { encoding: 'utf8' });
  const { streams, format } = JSON.parse(stdout);
  const video = streams.find(({ codec_type: type }) => type === 'video');
  return {
    file,
    codec: video.codec_name,
    width: video.width,
    height: video.height,
    fps: video.avg_frame_rate,
    frames: Number(video.nb_frames),
    seconds: Number(format.duration),
    sound: streams.some(({ codec_type: type }) => type === 'audio'),
  };
}

/** How often the picture changes at once. */
export function cuts(file) {
  const { stderr } = spawnSync('ffmpeg', ['-nostdin', '-i', file, '-vf', "select='gt(scene,0.3)',showinfo", '-f', 'null', '-'], {
    encoding: 'utf8',
  });
  return [...stderr.matchAll(/pts_time/g)].length;
}
