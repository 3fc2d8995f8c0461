import assert from 'node:assert/strict';
import test from 'node:test';
import { addProduct, adminOf, attachVideo, clip, photo, stageVideo, stateOf, storeFor, until, upload } from '../support.mjs';

const fileUpdate = (admin, ...files) =>
  admin('mutation U($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { files { id alt } userErrors { field message code } } }', {
    files,
  }).then(({ data, errors }) => data?.fileUpdate ?? errors);
const fileDelete = (admin, ...fileIds) =>
  admin('mutation D($ids: [ID!]!) { fileDelete(fileIds: $ids) { deletedFileIds userErrors { field message code } } }', {
    ids: fileIds,
  }).then(({ data }) => data.fileDelete);
const reorder = (admin, id, moves) =>
  admin(
    'mutation R($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { job { id done } mediaUserErrors { field code message } } }',
    { id, moves },
  ).then(({ data }) => data.productReorderMedia);
const order = async (store) => (await stateOf(store)).products[0].media.map(({ gid }) => gid);

async function productWithPhotos(t, count, settings = {}) {
  const store = await storeFor(t, settings);
  const admin = await adminOf(store);
  const product = await addProduct(
    store,
    {},
    Array.from({ length: count }, (_, index) => ({ name: `${index}.jpg`, bytes: photo() })),
  );
  await until(async () => (await stateOf(store)).products[0].media.every(({ status }) => status === 'READY'));
  return { store, admin, product, media: await order(store) };
}

test('Media is moved one after the other by a job, unknown media is passed over', async (t) => {
  const {
    store,
    admin,
    product,
    media: [a, b, c, d],
  } = await productWithPhotos(t, 4);

  const answer = await reorder(admin, product.gid, [
    { id: d, newPosition: '1' },
    { id: 'gid://shopify/Video/1', newPosition: '0' },
    { id: a, newPosition: '9' },
  ]);
  await until(async () => (await admin('query J($id: ID!) { job(id: $id) { done } }', { id: answer.job.id })).data.job.done);

  assert.equal(answer.job.done, false);
  assert.deepEqual(answer.mediaUserErrors, []);
  assert.deepEqual(await order(store), [d, b, c, a]);
});

test('Media of no product cannot be moved, and a position is text', async (t) => {
  const {
    admin,
    product,
    media: [a],
  } = await productWithPhotos(t, 1);

  const unknown = await reorder(admin, 'gid://shopify/Product/1', []);
  const number = await admin('mutation R($id: ID!, $moves: [MoveInput!]!) { productReorderMedia(id: $id, moves: $moves) { job { id } } }', {
    id: product.gid,
    moves: [{ id: a, newPosition: 1 }],
  });

  assert.deepEqual(unknown, {
    job: null,
    mediaUserErrors: [{ field: ['id'], code: 'PRODUCT_DOES_NOT_EXIST', message: 'Product does not exist' }],
  });
  assert.equal(number.errors[0].extensions.code, 'INVALID_VARIABLE');
});

test('Alt text is kept up to 512 characters; a longer one fails its own row only', async (t) => {
  const {
    store,
    admin,
    media: [a, b],
  } = await productWithPhotos(t, 2);

  const answer = await fileUpdate(admin, { id: a, alt: 'x'.repeat(512) }, { id: b, alt: 'x'.repeat(513) });

  assert.deepEqual(
    answer.files.map(({ id }) => id),
    [a],
  );
  assert.deepEqual([answer.userErrors[0].code, answer.userErrors[0].field], ['ALT_VALUE_LIMIT_EXCEEDED', ['files', '1', 'alt']]);
  assert.deepEqual(
    (await stateOf(store)).products[0].media.map(({ alt }) => alt?.length ?? 0),
    [512, 0],
  );
});

test('A file that is not READY fails the whole batch', async (t) => {
  const {
    store,
    admin,
    product,
    media: [a],
  } = await productWithPhotos(t, 1);
  const { target } = await stageVideo(admin, 5);
  const attached = await attachVideo(admin, product.gid, target.resourceUrl);
  const video = attached.data.productUpdate.product.media.nodes[1].id;

  const answer = await fileUpdate(admin, { id: a, alt: 'kept out' }, { id: video, alt: 'too early' });

  assert.deepEqual(answer, {
    files: [],
    userErrors: [{ field: ['files'], message: 'Non-ready files cannot be updated.', code: 'NON_READY_STATE' }],
  });
  assert.equal((await stateOf(store)).products[0].media[0].alt, null);
});

test("Unknown files are told in Shopify's two ways", async (t) => {
  const admin = await adminOf(await storeFor(t));
  const [one, two] = ['gid://shopify/Video/1', 'gid://shopify/Video/2'];

  assert.deepEqual((await fileUpdate(admin, { id: one, alt: '' })).userErrors, [
    { field: ['files'], message: `File id ["${one}"] does not exist.`, code: 'FILE_DOES_NOT_EXIST' },
  ]);
  assert.equal(
    (await fileUpdate(admin, { id: one, alt: '' }, { id: two, alt: '' })).userErrors[0].message,
    `File ids ["${one}", "${two}"] do not exist.`,
  );
  assert.deepEqual((await fileDelete(admin, one)).userErrors, [
    { field: ['fileIds'], message: `File id ${one} does not exist.`, code: 'FILE_DOES_NOT_EXIST' },
  ]);
  assert.equal((await fileDelete(admin, one, two)).userErrors[0].message, `File ids ${one},${two} do not exist.`);
});

test('A file is taken from a product, shown on another, and deleted everywhere', async (t) => {
  const {
    store,
    admin,
    product,
    media: [a, b],
  } = await productWithPhotos(t, 2);
  const second = await addProduct(store, { title: 'Second' });
  const shown = async () => (await stateOf(store)).products.map(({ media }) => media.map(({ gid }) => gid));

  await fileUpdate(admin, { id: a, referencesToAdd: [second.gid], referencesToRemove: [product.gid] });
  const moved = await shown();
  const deleted = await fileDelete(admin, a);
  const unknown = await fileUpdate(admin, { id: b, referencesToAdd: ['gid://shopify/Product/1'] });

  assert.deepEqual(moved, [[b], [a]]);
  assert.deepEqual(deleted, { deletedFileIds: [a], userErrors: [] });
  assert.deepEqual(await shown(), [[b], []]);
  assert.equal(unknown.userErrors[0].code, 'REFERENCE_TARGET_DOES_NOT_EXIST');
});

test('A video made as a file is READY first and joins the product after', async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  const product = await addProduct(store);
  const { target } = await stageVideo(admin, clip().length);
  await upload(target, clip());
  const create = (file) =>
    admin(
      'mutation F($files: [FileCreateInput!]!) { fileCreate(files: $files) { files { id fileStatus } userErrors { field message code } } }',
      { files: [file] },
    ).then(({ data }) => data.fileCreate);

  const named = await create({ originalSource: target.resourceUrl, contentType: 'VIDEO', filename: 'x.mp4' });
  const withPath = target.resourceUrl.replace('?', `/${target.parameters[1].value}?`);
  const made = await create({ originalSource: withPath, contentType: 'VIDEO', filename: 'x.mp4', alt: 'moving' });
  const { id } = made.files[0];
  await until(
    async () =>
      (await admin('query N($ids: [ID!]!) { nodes(ids: $ids) { ... on Video { status } } }', { ids: [id] })).data.nodes[0].status ===
      'READY',
  );
  const joined = await fileUpdate(admin, { id, referencesToAdd: [product.gid] });

  assert.deepEqual(named.userErrors, [
    {
      field: ['files', '0', 'filename'],
      message: 'Provided filename extension must match original source.',
      code: 'MISMATCHED_FILENAME_AND_ORIGINAL_SOURCE',
    },
  ]);
  assert.equal(made.files[0].fileStatus, 'UPLOADED');
  assert.deepEqual(joined.userErrors, []);
  assert.deepEqual(await order(store), [id]);
  assert.equal(
    (await fileUpdate(admin, { id, originalSource: 'https://example.com/b.mp4' })).userErrors[0].message,
    'Updating the original source is not supported for this media type.',
  );
  assert.equal((await fileUpdate(admin, { id, filename: 'other.mp4' })).userErrors[0].code, 'UNSUPPORTED_MEDIA_TYPE_FOR_FILENAME_UPDATE');
});

test('Files are searched by kind, name and status', async (t) => {
  const { admin } = await productWithPhotos(t, 2);
  const found = async (query) =>
    (await admin('query F($q: String) { files(first: 9, query: $q) { nodes { id ... on MediaImage { image { url } } } } }', { q: query }))
      .data.files.nodes.length;

  assert.deepEqual(
    await Promise.all(
      ['media_type:VIDEO', 'media_type:IMAGE', 'filename:1.jpg', 'filename:1', 'status:READY -filename:1.jpg', '1.jpg OR 0.jpg'].map(found),
    ),
    [0, 2, 1, 1, 1, 2],
  );
});

test('A variant shows one READY image of its own product', async (t) => {
  const {
    store,
    admin,
    product,
    media: [a],
  } = await productWithPhotos(t, 1);
  const variant = (await admin('query V($id: ID!) { product(id: $id) { variants(first: 1) { nodes { id } } } }', { id: product.gid })).data
    .product.variants.nodes[0].id;
  const call = (name, input, mediaId) =>
    admin(
      `mutation M($id: ID!, $v: [${input}!]!) { ${name}(productId: $id, variantMedia: $v) { productVariants { media(first: 1) { nodes { id } } } userErrors { code } } }`,
      { id: product.gid, v: [{ variantId: variant, mediaIds: [mediaId] }] },
    ).then(({ data }) => data[name]);
  const append = (mediaId) => call('productVariantAppendMedia', 'ProductVariantAppendMediaInput', mediaId);

  assert.deepEqual((await append(a)).productVariants[0].media.nodes, [{ id: a }]);
  assert.equal((await append(a)).userErrors[0].code, 'PRODUCT_VARIANT_ALREADY_HAS_MEDIA');
  assert.deepEqual((await call('productVariantDetachMedia', 'ProductVariantDetachMediaInput', a)).userErrors, []);
  assert.equal((await append('gid://shopify/MediaImage/1')).userErrors[0].code, 'MEDIA_DOES_NOT_EXIST_ON_PRODUCT');
  assert.equal((await stateOf(store)).products.length, 1);
});

test('An image takes other bytes under its own id', async (t) => {
  const {
    store,
    admin,
    media: [a],
  } = await productWithPhotos(t, 1);
  const { target } = await stageVideo(admin, 1, { filename: 'b.jpg', mimeType: 'image/jpeg', resource: 'IMAGE' });
  await upload(target, photo('200x200'));

  const wrong = await fileUpdate(admin, { id: a, originalSource: 'not an address' });
  const answer = await fileUpdate(admin, { id: a, originalSource: target.resourceUrl });
  const [changed] = await until(async () => {
    const { media } = (await stateOf(store)).products[0];
    return media[0].status === 'READY' && media;
  });

  assert.equal(wrong.userErrors[0].code, 'INVALID_IMAGE_SOURCE_URL');
  assert.deepEqual(answer.userErrors, []);
  assert.deepEqual([changed.gid, changed.width, changed.height], [a, 200, 200]);
});
