import { createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { send } from '../../Store/http/answers.mjs';
import { askedRange } from '../../Store/media/cdn.mjs';

const keyHeaders = ['authorization', 'x-goog-api-key', 'x-api-key', 'api-key', 'x-key'];
const plain = { 'Content-Type': 'text/plain' };

/** A signed address of a job's file on the files' own origin, good until `expiresAt`. */
export function signedLink(base, secret, { provider, id }, expiresAt) {
  const path = `/${provider}/${encodeURIComponent(id)}.mp4`;
  const expires = Math.floor(expiresAt / 1000);
  return `${base}${path}?expires=${expires}&signature=${signature(secret, path, expires)}`;
}

/** The origin the finished videos are on: another one than any API's, so no key has any business there. */
export function fileRoutes({ houses, secret, clock }) {
  return [
    ...houses.flatMap((house) => house.provider.fileRoutes?.(house) ?? []),
    [
      'GET',
      '/{provider}/{file}',
      async ({ req, res, url, parts }) => {
        const house = houses.find(({ name }) => name === parts.provider);
        const job = house?.jobs.get(parts.file.replace(/\.mp4$/, ''));
        if (!job) {
          return send(res, 404, 'Not Found', plain);
        }
        if (refusesKey({ req, res }, house)) {
          return undefined;
        }
        const given = url.searchParams.get('signature') ?? '';
        const expires = Number(url.searchParams.get('expires'));
        if (!same(given, signature(secret, url.pathname, expires))) {
          return send(res, 403, 'Forbidden', plain);
        }
        if (job.removed || clock.now() >= expires * 1000) {
          return send(res, job.removed ? 404 : house.provider.links.expired, 'Expired', plain);
        }
        return sendClip({ req, res }, house, job);
      },
    ],
  ];
}

/** A key has no business here: whoever brings one is sent away, and it is noted. */
export function refusesKey({ req, res }, house) {
  const carried = keyHeaders.find((name) => req.headers[name] !== undefined);
  if (carried) {
    house.breach(req, 400, `a call to the files' origin carried the header ${carried}`);
    send(res, 400, `This origin takes no ${carried} header`, plain);
  }
  return Boolean(carried);
}

/** The MP4 of a job; a provider whose files lie on its API's own origin calls this itself. */
export async function sendClip({ req, res }, house, job) {
  const path = await house.clips.file(job);
  const { size } = await stat(path);
  const range = askedRange(req.headers, null, size);
  if (range === 'none') {
    return send(res, 416, '', { 'Content-Range': `bytes */${size}` });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const partial = range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {};
  res.writeHead(range ? 206 : 200, {
    'Content-Type': 'video/mp4',
    'Accept-Ranges': 'bytes',
    'Content-Length': end - start + 1,
    ...partial,
  });
  if (req.method === 'HEAD') {
    return res.end();
  }
  countDownload(house, job);
  if (house.faults.strikes('download-cut', job)) {
    createReadStream(path, { start, end: start + ((end - start) >> 1) })
      .on('end', () => res.destroy())
      .pipe(res, { end: false });
    return undefined;
  }
  return pipeline(createReadStream(path, { start, end }), res);
}

/** A video that was handed out, as a file or inside an answer. */
export const countDownload = ({ jobs }, { id }) => jobs.note(id, { downloads: jobs.get(id).downloads + 1 });

const signature = (secret, path, expires) => createHmac('sha256', secret).update(`${path}\n${expires}`).digest('hex');

function same(given, right) {
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
}
