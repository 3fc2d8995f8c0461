import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { send } from '../http/answers.mjs';

/** Serves media unchanged, with ETag and ranges, to anyone: as a CDN does. */
export function cdnRoutes({ library, blobs, shops }) {
  const video =
    (find) =>
    ({ req, res, parts }) => {
      const media = shops
        .names()
        .flatMap((shop) => library.all(shop))
        .find((one) => one.type === 'Video' && one.status === 'READY' && find(one, parts));
      return serve(req, res, blobs, media?.source?.sha256, media?.source?.mime);
    };
  return [
    [
      'GET',
      '/cdn/s/files/1/{number}/files/{name}',
      ({ req, res, parts }) => {
        const shop = shops.byNumber(parts.number);
        const media = shop && library.byPath(shop, parts.name);
        return serve(req, res, blobs, media?.status === 'READY' ? media.source?.sha256 : null, media?.source?.mime);
      },
    ],
    [
      'GET',
      '/cdn/shop/files/preview_images/{name}',
      ({ req, res, parts }) => serve(req, res, blobs, parts.name.split('.')[0], 'image/jpeg'),
    ],
    ['GET', '/cdn/shop/videos/c/o/v/{name}', video((media, { name }) => name.split('.')[0] === media.source.sha256)],
    ['GET', '/cdn/shop/videos/c/vp/{hash}/{name}', video((media, { hash }) => media.source.sha256.startsWith(hash) && hash.length === 32)],
  ];
}

async function serve(req, res, blobs, sha256, type) {
  if (!sha256 || !/^[0-9a-f]{64}$/.test(sha256) || !blobs.has(sha256)) {
    send(res, 404, 'Not Found', { 'Content-Type': 'text/plain' });
    return;
  }
  const { size } = await stat(blobs.path(sha256));
  const headers = {
    'Content-Type': type ?? 'application/octet-stream',
    ETag: `"${sha256}"`,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'public, max-age=31557600',
    'Access-Control-Allow-Origin': '*',
  };
  if (req.headers['if-none-match'] === headers.ETag) {
    res.writeHead(304, headers).end();
    return;
  }
  const range = askedRange(req.headers, headers.ETag, size);
  if (range === 'none') {
    res.writeHead(416, { ...headers, 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const partial = range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {};
  res.writeHead(range ? 206 : 200, { ...headers, ...partial, 'Content-Length': end - start + 1 });
  if (req.method === 'HEAD' || size === 0) {
    res.end();
    return;
  }
  await pipeline(createReadStream(blobs.path(sha256), { start, end }), res);
}

/** The one range asked for, null for all of it, 'none' for one that cannot be met. */
export function askedRange(headers, etag, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '');
  if (!match || (!match[1] && !match[2]) || (headers['if-range'] && headers['if-range'] !== etag)) {
    return null;
  }
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return start > end || start >= size ? 'none' : { start, end };
}
