import { randomUUID } from 'node:crypto';
import { send } from '../../Store/http/answers.mjs';
import { readParts, text as readText } from '../../Store/http/multipart.mjs';
import { refusesKey } from '../frame/links.mjs';
import { answer } from '../frame/server.mjs';
import { choice, must, object, text } from '../frame/shape.mjs';
import { checked } from './generation.mjs';

const kind = 'upload:runway';
const lives = 24 * 3600_000;
const least = 512;
const most = 200 * 1024 * 1024;
const shape = object({ filename: must(text({ least: 3, pattern: /\.[A-Za-z0-9]+$/ })), type: must(choice('ephemeral')) });

/** `POST /v1/uploads`: a place for one file, on the files' own origin. */
export async function placeUpload(house, request) {
  const { filename } = await checked(request, () => shape);
  const id = randomUUID();
  const upload = {
    id,
    fields: { key: `ephemeral/${id}/${filename}`, policy: randomUUID(), 'x-amz-signature': randomUUID() },
    sha256: null,
  };
  house.records.put(kind, id, { ...upload, expiresAt: house.clock.now() + lives });
  answer(request, 200, { uploadUrl: `${house.filesAddress()}/runway/uploads/${id}`, fields: upload.fields, runwayUri: `runway://${id}` });
}

/** Where the file itself goes: every field first and as it was given, the file last, no key. */
export const uploadRoutes = (house) => [
  [
    'POST',
    '/runway/uploads/{id}',
    async ({ req, res, parts: { id } }) => {
      const upload = house.records.get(kind, id);
      if (refusesKey({ req, res }, house)) {
        return;
      }
      const problem = !upload || upload.expiresAt <= house.clock.now() ? [403, 'AccessDenied'] : await receive(house, upload, req);
      if (problem) {
        house.breach(req, ...problem);
      }
      send(res, problem?.[0] ?? 204, problem?.[1] ?? '', { 'Content-Type': 'text/plain' });
    },
  ],
];

/** Null when the file was kept. */
async function receive(house, upload, req) {
  if (!/^multipart\/form-data/i.test(req.headers['content-type'] ?? '')) {
    return [400, 'the upload is multipart/form-data'];
  }
  const missing = new Set(Object.keys(upload.fields));
  for await (const part of readParts(req, req.headers['content-type'])) {
    if (part.name === 'file') {
      return missing.size ? [400, `before the file goes ${[...missing].join(', ')}`] : keep(house, upload, part.body);
    }
    if (part.name !== 'metadata' && (await readText(part.body)) !== upload.fields[part.name]) {
      return [403, `the field ${part.name} is not as it was given`];
    }
    missing.delete(part.name);
  }
  return [400, 'there is no file'];
}

async function keep(house, upload, body) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > most) {
      return [400, 'EntityTooLarge'];
    }
    chunks.push(chunk);
  }
  if (bytes < least) {
    return [400, 'EntityTooSmall'];
  }
  house.records.put(kind, upload.id, { ...upload, sha256: await house.pictures.keep(Buffer.concat(chunks)) });
  return null;
}

/** Where the bytes behind a `runway://` address lie; null when it is none of ours, empty or too old. */
export function pathOfUpload(house, uri) {
  const upload = house.records.get(kind, /^runway:\/\/(.+)$/.exec(uri)?.[1]);
  return upload?.sha256 && upload.expiresAt > house.clock.now() ? house.pictures.path(upload.sha256) : null;
}
