import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { createRequire } from 'node:module';
import { costOf } from '../../../src/CommerceVideo.Sandbox/Store/graphql/cost.mjs';
import { loadSchema } from '../../../src/CommerceVideo.Sandbox/Store/graphql/schema.mjs';
import {
  addProduct,
  adminOf,
  clip,
  photo,
  stateOf,
  storeFor,
  until,
  upload,
} from '../../../src/CommerceVideo.Sandbox/Store/tests/support.mjs';

// The very copy of graphql the store runs on: two copies do not know each other's types.
const { NoDeprecatedCustomRule, getOperationAST, parse, specifiedRules, validate } = createRequire(
  new URL('../../../src/CommerceVideo.Sandbox/Store/package.json', import.meta.url),
)('graphql');

const app = new URL('../../../src/CommerceVideo/', import.meta.url);
const documents = new Map(
  readdirSync(app, { recursive: true })
    .filter((path) => path.endsWith('.graphql'))
    .map((path) => [path.split(/[\\/]/).pop().replace('.graphql', ''), readFileSync(new URL(path.replaceAll('\\', '/'), app), 'utf8')]),
);

test('The app asks Shopify something', () => {
  assert.ok(documents.size > 0);
});

for (const [name, text] of documents) {
  test(`${name} is what Shopify's 2026-10 schema takes, with nothing deprecated and within 1,000 points`, () => {
    const document = parse(text);
    const operation = getOperationAST(document);

    const errors = validate(loadSchema(), document, [...specifiedRules, NoDeprecatedCustomRule]);
    const cost = costOf({ schema: loadSchema(), operation, fragments: {}, variables: { input: [], media: [], moves: [], fileIds: [] } });

    assert.deepEqual(
      errors.map(({ message }) => message),
      [],
    );
    assert.equal(operation.name.value, name);
    assert.ok(cost <= 1000, `${cost} points`);
  });
}

test('A video takes the whole road on the documents of the app', async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  const ask = async (name, variables) => {
    const { data, errors } = await admin(documents.get(name), variables);
    assert.equal(errors, undefined, `${name}: ${JSON.stringify(errors)}`);
    return data;
  };
  const { gid } = await addProduct(store, {}, [{ name: 'a.jpg', bytes: photo() }]);
  const media = async () => (await ask('ReadMedia', { id: gid })).product.media.nodes;

  const staged = await ask('StageVideo', {
    input: [{ filename: 'page.mp4', mimeType: 'video/mp4', resource: 'VIDEO', httpMethod: 'POST', fileSize: String(clip().length) }],
  });
  const [target] = staged.stagedUploadsCreate.stagedTargets;
  const uploaded = await upload(target, clip());
  const attached = await ask('AttachVideo', {
    product: { id: gid },
    media: [{ mediaContentType: 'VIDEO', originalSource: target.resourceUrl, alt: 'Moving' }],
  });
  await until(async () => (await media()).every(({ status }) => status === 'READY'));
  const video = (await media()).find(({ mediaContentType }) => mediaContentType === 'VIDEO');
  const moved = await ask('MoveMedia', { id: gid, moves: [{ id: video.id, newPosition: '0' }] });
  await until(async () => (await stateOf(store)).products[0].media[0].gid === video.id);
  const read = await ask('ReadProduct', { id: gid });
  const deleted = await ask('DeleteFiles', { fileIds: [video.id] });

  assert.equal(uploaded.status, 204);
  assert.deepEqual(
    [attached.productUpdate.userErrors, moved.productReorderMedia.mediaUserErrors, deleted.fileDelete.userErrors],
    [[], [], []],
  );
  assert.deepEqual([video.alt, video.videoSource.fileSize], ['Moving', clip().length]);
  assert.match(read.product.media.nodes[1].image.url, /^http/);
  assert.equal((await media()).length, 1);
});
