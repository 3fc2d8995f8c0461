import { createHash } from 'node:crypto';
import { seconds } from '../../clock.mjs';
import { gid } from '../../state/ids.mjs';
import { connection } from './connection.mjs';

const appNumber = '3456789012';
const most = 25;

/** `$app` and `$app:name` are the app's own; on the wire they read `app--<app id>`. */
export function resolveNamespace(namespace) {
  return namespace == null
    ? `app--${appNumber}`
    : namespace.replace(/^\$app(?::(.+))?$/, (_, name) => `app--${appNumber}${name ? `--${name}` : ''}`);
}

export function metafieldOf(world, ownerId, { namespace, key }) {
  const found = world.records.get('metafield', `${ownerId}|${resolveNamespace(namespace)}|${key}`);
  return found ? metafieldView(found) : null;
}

export function metafieldsOf(world, ownerId, args) {
  const wanted = args.namespace == null ? null : resolveNamespace(args.namespace);
  const own = world.records.all('metafield').filter((one) => one.ownerId === ownerId && (wanted === null || one.namespace === wanted));
  return connection(own, args, metafieldView);
}

export function metafieldsSet(world, { metafields }) {
  if (metafields.length > most) {
    return refused([
      {
        field: ['metafields'],
        message: `Exceeded the maximum metafields input limit of ${most}.`,
        code: 'LESS_THAN_OR_EQUAL_TO',
        elementIndex: null,
      },
    ]);
  }
  const errors = metafields.map((given, index) => problemOf(world, given, index)).filter(Boolean);
  return errors.length ? refused(errors) : { metafields: metafields.map((given) => metafieldView(write(world, given))), userErrors: [] };
}

const refused = (userErrors) => ({ metafields: [], userErrors });

function problemOf(world, given, index) {
  const at = (field, message, code) => ({ field: ['metafields', String(index), field], message, code, elementIndex: null });
  const current = find(world, given);
  if (!ownerExists(world, given.ownerId)) {
    return at('ownerId', 'Owner does not exist.', 'INVALID');
  }
  if (!given.type && !current) {
    return at('type', "can't be blank", 'BLANK');
  }
  if ((given.type ?? current?.type) === 'json' && !isJson(given.value)) {
    return at('value', 'Value is invalid JSON.', 'INVALID_VALUE');
  }
  if (Buffer.byteLength(given.value) > ((given.type ?? current?.type) === 'json' ? 128 : 64) * 1024) {
    return at('value', 'Value is too long.', 'TOO_LONG');
  }
  if (given.compareDigest != null && given.compareDigest !== (current ? digest(current) : null)) {
    return at(
      'compareDigest',
      'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
      'STALE_OBJECT',
    );
  }
  return null;
}

function find(world, { ownerId, namespace, key }) {
  return world.records.get('metafield', `${ownerId}|${resolveNamespace(namespace)}|${key}`);
}

function write(world, given) {
  const current = find(world, given);
  const now = world.clock.now();
  const namespace = resolveNamespace(given.namespace);
  return world.records.put('metafield', `${given.ownerId}|${namespace}|${given.key}`, {
    id: current?.id ?? world.newId(),
    ownerId: given.ownerId,
    namespace,
    key: given.key,
    type: given.type ?? current.type,
    value: given.value,
    createdAt: current?.createdAt ?? now,
    updatedAt: now,
  });
}

function ownerExists(world, ownerId) {
  const [type, id] = ownerId.split('/').slice(-2);
  return (
    type === 'AppInstallation' ||
    type === 'Shop' ||
    (type === 'Product' && world.catalog.find(world.shop, id) !== null) ||
    (type === 'ProductVariant' && world.catalog.all(world.shop).some((product) => product.variants.some((variant) => variant.id === id)))
  );
}

function metafieldView(one) {
  return {
    __typename: 'Metafield',
    id: gid('Metafield', one.id),
    legacyResourceId: one.id,
    namespace: one.namespace,
    key: one.key,
    type: one.type,
    value: one.value,
    jsonValue: isJson(one.value) ? JSON.parse(one.value) : one.value,
    compareDigest: digest(one),
    sizeInBytes: Buffer.byteLength(one.value),
    ownerType: one.ownerId
      .split('/')
      .at(-2)
      .replace('AppInstallation', 'API_PERMISSION')
      .replace('ProductVariant', 'PRODUCTVARIANT')
      .toUpperCase(),
    createdAt: seconds(one.createdAt),
    updatedAt: seconds(one.updatedAt),
  };
}

const digest = ({ value, type }) => createHash('sha256').update(`${type}\n${value}`).digest('hex');

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
