import assert from 'node:assert/strict';
import test from 'node:test';
import { addProduct, adminOf, attachVideo, clip, photo, stageVideo, stateOf, storeFor, until, upload } from '../support.mjs';

const read = async (store, path, headers = {}) => {
  const reply = await fetch(store.address + path, { headers });
  return { status: reply.status, text: await reply.text() };
};

async function published(t) {
  const store = await storeFor(t);
  const product = await addProduct(store, { title: '<b>Dress</b> "1"', description: '<p>Light</p>' }, [
    { name: 'a.jpg', bytes: photo() },
    { name: 'broken.jpg', bytes: Buffer.from('no') },
  ]);
  const admin = await adminOf(store);
  const { target } = await stageVideo(admin, clip().length);
  await upload(target, clip());
  await attachVideo(admin, product.gid, target.resourceUrl, 'Moving "dress"');
  await until(async () => (await stateOf(store)).products[0].media.every(({ status }) => ['READY', 'FAILED'].includes(status)));
  return { store, product };
}

test('The storefront shows what is READY, in order; the video plays by itself, muted, with its poster', async (t) => {
  const { store, product } = await published(t);

  const { status, text } = await read(store, `/products/${encodeURIComponent(product.handle)}`);
  const [video] = /<video[^>]*>/.exec(text);

  assert.equal(status, 200);
  assert.equal(text.match(/<li><(img|video)/g).join(), '<li><img,<li><video');
  for (const attribute of ['autoplay', 'muted', 'loop', 'playsinline', 'poster="http', 'aria-label="Moving &quot;dress&quot;"']) {
    assert.ok(video.includes(attribute), `${attribute} in ${video}`);
  }
  assert.ok(text.includes('&lt;b&gt;Dress&lt;/b&gt; &quot;1&quot;') && !text.includes('<b>Dress'));
});

test('A draft is not in the storefront', async (t) => {
  const store = await storeFor(t);
  const { handle } = await addProduct(store, { status: 'DRAFT' });

  assert.equal((await read(store, `/products/${handle}`)).status, 404);
  assert.ok(!(await read(store, '/collections/all')).text.includes(handle));
});

test('The admin shows media with status, alt and errors, and what was sent to the app', async (t) => {
  const { store, product } = await published(t);

  const list = (await read(store, '/')).text;
  const { text } = await read(store, `/admin/products/${product.id}`);

  assert.ok(list.includes(`/admin/products/${product.id}`) && list.includes('/_sandbox/launch?shop='));
  assert.ok(text.includes('UNSUPPORTED_IMAGE_FILE_TYPE') && text.includes('Moving &quot;dress&quot;'));
  assert.ok(/products\/create<\/td>/.test(text));
  for (const [, field] of text.matchAll(/<(?:input|select) id="(\w+)"/g)) {
    assert.ok(text.includes(`<label for="${field}"`), field);
  }
});

test('A form of a person leads back to a page', async (t) => {
  const { store, product } = await published(t);
  const body = new URLSearchParams({ title: 'Renamed', price: '5', tags: '', status: 'ACTIVE' });

  const reply = await fetch(`${store.address}/_sandbox/products/${product.id}`, {
    method: 'POST',
    body,
    headers: { Accept: 'text/html' },
    redirect: 'manual',
  });

  assert.deepEqual([reply.status, reply.headers.get('location')], [303, `/admin/products/${product.id}`]);
  assert.equal((await stateOf(store)).products[0].title, 'Renamed');
});
