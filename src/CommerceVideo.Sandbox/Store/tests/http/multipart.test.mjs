import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import test from 'node:test';
import { MultipartProblem, readParts, text } from '../../http/multipart.mjs';

const body = [
  '--edge\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=key\r\n\r\nc/o/v/1.mp4\r\n',
  '--edge\r\nContent-Disposition: form-data; name="file"; filename="a b.mp4"; filename*=utf-8\'\'a%20b.mp4\r\nContent-Type: video/mp4\r\n\r\n',
  'bytes\r\n--edg\r\n-\r\n',
  '\r\n--edge--\r\n',
].join('');

async function read(chunks, type = 'multipart/form-data; boundary="edge"') {
  const parts = [];
  for await (const part of readParts(chunks, type)) {
    parts.push([part.name, part.filename, part.type, await text(part.body)]);
  }
  return parts;
}

async function* pieces(size) {
  const bytes = Buffer.from(body);
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}

test('Parts are the same wherever the stream is cut, also as .NET writes them', async () => {
  const expected = [
    ['key', null, 'text/plain; charset=utf-8', 'c/o/v/1.mp4'],
    ['file', 'a b.mp4', 'video/mp4', 'bytes\r\n--edg\r\n-\r\n'],
  ];

  for (let size = 1; size <= body.length; size++) {
    assert.deepEqual(await read(pieces(size)), expected, `in pieces of ${size}`);
  }
});

test('A part nobody reads is passed over', async () => {
  const names = [];

  for await (const { name } of readParts(pieces(3), 'multipart/form-data; boundary=edge')) {
    names.push(name);
  }

  assert.deepEqual(names, ['key', 'file']);
});

test('A form without its end, without a boundary or without names is a problem', async () => {
  await assert.rejects(read(Readable.from([Buffer.from(body.slice(0, -10))])), MultipartProblem);
  await assert.rejects(read(Readable.from([Buffer.from(body)]), 'multipart/form-data'), MultipartProblem);
  await assert.rejects(read(Readable.from([Buffer.from('--edge\r\nContent-Type: a/b\r\n\r\nx\r\n--edge--')])), MultipartProblem);
});
