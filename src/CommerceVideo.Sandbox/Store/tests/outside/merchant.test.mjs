import assert from 'node:assert/strict';
import test from 'node:test';
import { addProduct, photo, stateOf, storeFor, until } from '../support.mjs';

const form = (...photos) => {
  const body = new FormData();
  photos.forEach((bytes, index) => body.append('photos', new Blob([bytes]), `${index}.jpg`));
  return { method: 'POST', body };
};

async function shown(t) {
  const store = await storeFor(t);
  const product = await addProduct(store, {}, [
    { name: 'a.jpg', bytes: photo() },
    { name: 'b.jpg', bytes: photo('200x200') },
  ]);
  const call = (path, options) => fetch(`${store.address}/_sandbox/products/${product.id}${path}`, options);
  const only = async () => (await stateOf(store)).products[0];
  return { store, product, call, only };
}

test('A product has what the merchant said of it', async (t) => {
  const store = await storeFor(t);
  const variants = JSON.stringify([
    { options: { Size: 'S', Colour: 'Red' }, price: '10' },
    { options: { Size: 'M', Colour: 'Red' }, price: '12.5', sku: 'M-1' },
  ]);

  const { id } = await addProduct(store, { title: 'Été Dress', tags: 'a, b,a', status: 'draft', variants, category: 'Apparel > Dresses' });

  const product = store.world.records.get('product', id);
  assert.deepEqual(
    [product.handle, product.status, product.tags, product.category.name, product.publishedAt],
    ['ete-dress', 'DRAFT', ['a', 'b'], 'Dresses', null],
  );
  assert.deepEqual(
    product.variants.map(({ title, price }) => [title, price]),
    [
      ['S / Red', '10.00'],
      ['M / Red', '12.50'],
    ],
  );
  assert.deepEqual(
    product.options.map(({ name, values }) => [name, values]),
    [
      ['Size', ['S', 'M']],
      ['Colour', ['Red']],
    ],
  );
  assert.equal((await addProduct(store, { title: 'Été Dress' })).handle, 'ete-dress-1');
});

test('A product without a title, at no price, or with odd variants is refused', async (t) => {
  const store = await storeFor(t);

  assert.deepEqual(
    await Promise.all(
      [{ title: ' ' }, { price: 'dear' }, { variants: '{' }, { status: 'sold' }].map(
        async (fields) => (await addProduct(store, fields)).status,
      ),
    ),
    [422, 422, 422, 422],
  );
  assert.deepEqual((await stateOf(store)).products, []);
});

test('Title, price and status change alone', async (t) => {
  const { store, product, call, only } = await shown(t);

  const answer = await call('', {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ price: '95', compareAtPrice: '120', status: 'ARCHIVED' }),
  });

  assert.equal(answer.status, 200);
  const [variant] = store.world.records.get('product', product.id).variants;
  assert.deepEqual(
    [(await only()).status, (await only()).title, variant.price, variant.compareAtPrice],
    ['ARCHIVED', 'Marisol Wrap Dress', '95.00', '120.00'],
  );
});

test('A photo is added at the end, takes the place of another, or goes', async (t) => {
  const { call, only } = await shown(t);
  const [a, b] = (await only()).media.map(({ id }) => id);

  const [added] = (await (await call('/photos', form(photo('120x120')))).json()).mediaIds;
  const [replacement] = (await (await call(`/media/${a}/replacement`, form(photo('140x140')))).json()).mediaIds;
  await call(`/media/${b}`, { method: 'DELETE' });

  assert.deepEqual(
    (await only()).media.map(({ id, order }) => [id, order]),
    [
      [replacement, 0],
      [added, 1],
    ],
  );
  await until(async () => (await only()).media.every(({ status }) => status === 'READY'));
  assert.deepEqual(
    (await only()).media.map(({ width }) => width),
    [140, 120],
  );
  assert.equal((await call(`/media/${a}`, { method: 'DELETE' })).status, 404);
});

test('Two files of one name keep their own bytes', async (t) => {
  const store = await storeFor(t);
  await addProduct(store, {}, [
    { name: 'same.jpg', bytes: photo() },
    { name: 'same.jpg', bytes: photo('200x200') },
  ]);

  await until(async () => (await stateOf(store)).products[0].media.every(({ status }) => status === 'READY'));
  const [one, two] = (await stateOf(store)).products[0].media;

  assert.equal(one.filename, 'same.jpg');
  assert.match(two.filename, /^same_[0-9a-f-]{36}\.jpg$/);
  assert.notEqual(one.sha256, two.sha256);
});

test('What is not there is 404, what is not done so is 405', async (t) => {
  const { store, call } = await shown(t);

  assert.equal((await fetch(`${store.address}/_sandbox/products/1`, { method: 'DELETE' })).status, 404);
  assert.equal((await fetch(`${store.address}/nowhere`)).status, 404);
  assert.equal((await call('', { method: 'PUT' })).status, 405);
  assert.equal((await fetch(`${store.address}/products/%ff`)).status, 400);
});
