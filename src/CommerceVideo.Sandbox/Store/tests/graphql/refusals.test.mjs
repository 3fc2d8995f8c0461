import assert from 'node:assert/strict';
import test from 'node:test';
import { addProduct, adminOf, postJson, shop, stageVideo, storeFor, tokenOf } from '../support.mjs';

const path = '/admin/api/2026-10/graphql.json';
const firstError = (answer) => answer.errors[0];

test('A call without a live token of that shop is 401', async (t) => {
  const store = await storeFor(t, { shops: [shop, 'other.myshopify.com'] });
  const { body } = await postJson(store, `/shops/${shop}/admin/oauth/access_token`, {
    client_id: store.world.settings.apiKey,
    client_secret: store.world.settings.secrets[0],
    grant_type: 'client_credentials',
  });
  const ask = (name, token) =>
    postJson(store, `/shops/${name}${path}`, { query: '{ shop { name } }' }, token ? { 'X-Shopify-Access-Token': token } : {});

  const answers = [
    await ask(shop),
    await ask(shop, 'shpat_made_up'),
    await ask('other.myshopify.com', body.access_token),
    await ask(shop, body.access_token),
  ];

  assert.deepEqual(
    answers.map(({ status }) => status),
    [401, 401, 401, 200],
  );
  assert.match(answers[0].body.errors, /Invalid API key or access token/);
});

test('A body that is no GraphQL question is 400 or 415, a version that is not out is 404', async (t) => {
  const store = await storeFor(t);
  const token = { 'X-Shopify-Access-Token': await tokenOf(store) };
  const send = async (body, type = 'application/json', version = '2026-10') =>
    (
      await fetch(`${store.address}/admin/api/${version}/graphql.json`, {
        method: 'POST',
        headers: { 'Content-Type': type, ...token },
        body,
      })
    ).status;

  assert.equal(await send('{"query":'), 400);
  assert.equal(await send('{}'), 400);
  assert.equal(await send('{"query":"{ shop { name } }","variables":[]}'), 400);
  assert.equal(await send('{"query":"{ shop { name } }"}', 'text/plain'), 415);
  assert.equal(await send('{"query":"{ shop { name } }"}', 'application/json', '2027-01'), 404);
  assert.equal(await send('{"query":"{ shop { name } }"}', 'application/json', '2025-01'), 200);
});

const refusedDocuments = [
  ['a field the type has not', '{ shop { titel } }', 'undefinedField', "Field 'titel' doesn't exist on type 'Shop'"],
  ['a required argument left out', '{ product { id } }', 'missingRequiredArguments', "Field 'product' is missing required arguments: id"],
  ['an argument the field has not', '{ shop(x: 1) { name } }', 'argumentNotAccepted', "Field 'shop' doesn't accept argument 'x'"],
  [
    'an object without a selection',
    '{ shop }',
    'selectionMismatch',
    "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)",
  ],
  ['a variable nobody uses', 'query Q($x: ID) { shop { name } }', 'variableNotUsed', null],
  ['a variable nobody declared', '{ product(id: $id) { id } }', 'variableNotDefined', null],
  [
    'a nullable variable for a required argument',
    'query Q($id: ID) { product(id: $id) { id } }',
    'variableMismatch',
    'Nullability mismatch on variable $id and argument id (ID / ID!)',
  ],
  ['a literal of the wrong type', '{ products(first: "many") { nodes { id } } }', 'argumentLiteralsIncompatible', null],
  [
    'one response name for two types',
    '{ nodes(ids: []) { ... on MediaImage { originalSource { url } } ... on Video { originalSource { url } } } }',
    'fieldConflict',
    null,
  ],
  [
    'a required input member left out of a literal',
    'mutation { stagedUploadsCreate(input: [{filename: "a.mp4", mimeType: "video/mp4"}]) { userErrors { message } } }',
    'missingRequiredInputObjectAttribute',
    null,
  ],
];

for (const [what, query, code, message] of refusedDocuments) {
  test(`A document with ${what} is refused as ${code}`, async (t) => {
    const admin = await adminOf(await storeFor(t));

    const answer = await admin(query);

    assert.equal(firstError(answer).extensions.code, code);
    assert.equal(answer.data, undefined);
    assert.ok(firstError(answer).locations[0].line);
    assert.ok(message === null || firstError(answer).message === message, firstError(answer).message);
  });
}

test('Variables the schema does not take are INVALID_VARIABLE with the problems named', async (t) => {
  const admin = await adminOf(await storeFor(t));
  const problem = async (more) => firstError(await stageVideo(admin, 10, more));

  const unknown = await problem({ fileName: 'x' });
  const badEnum = await problem({ resource: 'MOVIE' });
  const missing = await problem({ mimeType: null });
  const number = await problem({ fileSize: 10 });

  assert.deepEqual(
    [unknown, badEnum, missing, number].map(({ extensions }) => extensions.code),
    Array(4).fill('INVALID_VARIABLE'),
  );
  assert.deepEqual(unknown.extensions.problems[0], { path: [0, 'fileName'], explanation: 'Field is not defined on StagedUploadInput' });
  assert.deepEqual(missing.extensions.problems[0], { path: [0, 'mimeType'], explanation: 'Expected value to not be null' });
  assert.deepEqual(badEnum.extensions.problems[0].path, [0, 'resource']);
  assert.match(badEnum.extensions.problems[0].explanation, /^Expected "MOVIE" to be one of: BULK_MUTATION_VARIABLES, .*, VIDEO$/);
  assert.match(
    unknown.message,
    /^Variable \$input of type \[StagedUploadInput!\]! was provided invalid value for 0\.fileName \(Field is not defined on StagedUploadInput\)$/,
  );
});

test('Text that is no GraphQL, and several operations without a name, are told apart from data', async (t) => {
  const admin = await adminOf(await storeFor(t));

  const broken = firstError(await admin('{ shop { name }'));

  assert.match(broken.message, /^syntax error, .* at \[1, 16\]$/);
  assert.equal(broken.extensions.code, 'PARSE_ERROR');
  assert.equal(firstError(await admin('query A { shop { name } } query B { shop { name } }')).message, 'An operation name is required');
});

test('A page without first or last, or beyond 250, is refused where it stands', async (t) => {
  const admin = await adminOf(await storeFor(t));

  const without = await admin('{ products { nodes { id } } }');
  const beyond = await admin('{ products(first: 251) { nodes { id } } }');

  assert.equal(firstError(without).message, 'you must provide one of first or last');
  assert.deepEqual(firstError(without).path, ['products']);
  assert.equal(beyond.errors[0].extensions.code, 'BAD_REQUEST');
});

test('A write without its scope is ACCESS_DENIED and null', async (t) => {
  const store = await storeFor(t, { scopes: ['write_products'] });
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);

  const answer = await admin(
    'mutation F($id: ID!) { fileUpdate(files: [{id: "gid://shopify/Video/1", referencesToAdd: [$id]}]) { files { id } } }',
    { id: gid },
  );

  assert.equal(firstError(answer).extensions.code, 'ACCESS_DENIED');
  assert.deepEqual(answer.data, { fileUpdate: null });
});

test('What the store does not model is null, or the emptiest value the schema takes', async (t) => {
  const store = await storeFor(t);
  const admin = await adminOf(store);
  const { gid } = await addProduct(store);

  const answer = await admin(
    `query Q($id: ID!) { product(id: $id) { totalInventory tracksInventory requiresSellingPlan seo { title } onlineStorePreviewUrl
    collections(first: 2) { nodes { id } pageInfo { hasNextPage } } priceRangeV2 { minVariantPrice { amount currencyCode } } } shop { primaryDomain { host } currencyCode } orders(first: 1) { edges { node { id } } } }`,
    { id: gid },
  );

  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  assert.deepEqual(answer.data.product.collections, { nodes: [], pageInfo: { hasNextPage: false } });
  assert.equal(answer.data.product.onlineStorePreviewUrl, null);
});

test('An array beyond 250 is MAX_INPUT_SIZE_EXCEEDED', async (t) => {
  const admin = await adminOf(await storeFor(t));

  const answer = await admin('mutation F($files: [FileCreateInput!]!) { fileCreate(files: $files) { files { id } } }', {
    files: Array(251).fill({ originalSource: 'https://example.com/a.jpg' }),
  });

  assert.equal(firstError(answer).extensions.code, 'MAX_INPUT_SIZE_EXCEEDED');
  assert.equal(firstError(answer).message, 'The input array size of 251 is greater than the maximum allowed of 250.');
});

test('A refusal says where in the document it stands', async (t) => {
  const admin = await adminOf(await storeFor(t));

  const field = await admin('query Whole { products(first: 1) { nodes { id ... on Product { titel } } } }');
  const argument = await admin('query Whole($id: ID) { one: product(id: $id) { id } }');

  assert.deepEqual(firstError(field).path, ['query Whole', 'products', 'nodes', '... on Product', 'titel']);
  assert.deepEqual(firstError(argument).path, ['query Whole', 'one', 'id']);
});
