import assert from 'node:assert/strict';
import test from 'node:test';
import { askedRange } from '../../media/cdn.mjs';
import { addProduct, adminOf, photo, stateOf, storeFor, until } from '../support.mjs';

async function served(t) {
  const store = await storeFor(t);
  const { gid } = await addProduct(store, {}, [{ name: 'my photo.jpg', bytes: photo() }]);
  await until(async () => (await stateOf(store)).products[0].media[0].status === 'READY');
  const { data } = await (
    await adminOf(store)
  )('query P($id: ID!) { product(id: $id) { featuredMedia { preview { image { url } } } } }', { id: gid });
  return data.product.featuredMedia.preview.image.url;
}

test('Bytes are served unchanged, whole or in the range asked for', async (t) => {
  const url = await served(t);
  const get = async (headers) => {
    const reply = await fetch(url, { headers });
    return [reply.status, Buffer.from(await reply.arrayBuffer()), reply.headers.get('content-range')];
  };
  const size = photo().length;

  assert.deepEqual(await get({}), [200, photo(), null]);
  assert.deepEqual(await get({ Range: 'bytes=2-5' }), [206, photo().subarray(2, 6), `bytes 2-5/${size}`]);
  assert.deepEqual(await get({ Range: 'bytes=-3' }), [206, photo().subarray(-3), `bytes ${size - 3}-${size - 1}/${size}`]);
  assert.deepEqual((await get({ Range: `bytes=${size}-` }))[0], 416);
});

test('Who has the bytes is told so, who asks for the head gets no body', async (t) => {
  const url = await served(t);

  const head = await fetch(url, { method: 'HEAD' });
  const etag = head.headers.get('etag');

  assert.deepEqual(
    [head.status, Number(head.headers.get('content-length')), head.headers.get('content-type')],
    [200, photo().length, 'image/jpeg'],
  );
  assert.equal((await fetch(url, { headers: { 'If-None-Match': etag } })).status, 304);
  assert.equal((await fetch(url.replace('my%20photo', 'other'))).status, 404);
});

test('A range of an older version is no range', () => {
  assert.equal(askedRange({ range: 'bytes=0-1', 'if-range': '"old"' }, '"new"', 10), null);
  assert.deepEqual(askedRange({ range: 'bytes=0-' }, '"new"', 10), { start: 0, end: 9 });
  assert.equal(askedRange({ range: 'bytes=5-3' }, '"new"', 10), 'none');
});
