import { GraphQLError } from 'graphql';
import { gid, parseGid } from '../../state/ids.mjs';
import { connection } from './connection.mjs';
import { mediaView } from './media.mjs';
import { metafieldOf, metafieldsOf } from './metafields.mjs';
import { mediaFields, productFields, productView } from './product.mjs';
import { matcher } from './search.mjs';
import { variantView } from './variant.mjs';

const installationNumber = '612345678901';

export function queries(world) {
  return {
    product: ({ id }) => node(world, typed(id, 'Product')),
    productByHandle: ({ handle }) => byHandle(world, handle),
    productByIdentifier: ({ identifier }) =>
      identifier.id ? node(world, typed(identifier.id, 'Product')) : byHandle(world, identifier.handle),
    products: (args) =>
      connection(sorted(world.catalog.all(world.shop).filter(matcher(args.query, productFields)), args.sortKey), args, (one) =>
        productView(world, one),
      ),
    productsCount: ({ query }) => ({
      count: world.catalog.all(world.shop).filter(matcher(query, productFields)).length,
      precision: 'EXACT',
    }),
    files: (args) =>
      connection(sorted(world.library.all(world.shop).filter(matcher(args.query, mediaFields)), args.sortKey), args, (one) =>
        mediaView(world, one),
      ),
    node: ({ id }) => node(world, id),
    nodes: ({ ids }) => nodes(world, ids),
    job: ({ id }) => world.jobs.view(world.shop, id),
    shop: () => shopView(world),
    currentAppInstallation: () => installationView(world),
  };
}

function typed(id, type) {
  const parsed = parseGid(id);
  if (!parsed || parsed.type !== type) {
    throw new GraphQLError(parsed ? `Invalid id: ${id}` : `Invalid global id '${id}'`, {
      extensions: { code: parsed ? 'RESOURCE_NOT_FOUND' : 'argumentLiteralsIncompatible' },
    });
  }
  return id;
}

function node(world, id) {
  const parsed = parseGid(id);
  if (!parsed) {
    throw new GraphQLError(`Invalid global id '${id}'`, { extensions: { code: 'argumentLiteralsIncompatible' } });
  }
  switch (parsed.type) {
    case 'Product':
      return seen(world.catalog.find(world.shop, parsed.id), (one) => productView(world, one));
    case 'MediaImage':
    case 'Video':
      return seen(world.library.find(world.shop, id), (one) => mediaView(world, one));
    case 'ProductVariant': {
      const product = world.catalog.all(world.shop).find((one) => one.variants.some((variant) => variant.id === parsed.id));
      return seen(product, (one) =>
        variantView(
          world,
          one,
          one.variants.find((variant) => variant.id === parsed.id),
        ),
      );
    }
    case 'Shop':
      return parsed.id === world.shops.number(world.shop) ? shopView(world) : null;
    case 'AppInstallation':
      return parsed.id === installationNumber ? installationView(world) : null;
    default:
      return null;
  }
}

const seen = (found, view) => (found ? view(found) : null);

function nodes(world, ids) {
  if (ids.length > 250) {
    throw new GraphQLError(`The input array size of ${ids.length} is greater than the maximum allowed of 250.`, {
      extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
    });
  }
  return ids.map((id) => node(world, id));
}

function byHandle(world, handle) {
  return seen(
    world.catalog.all(world.shop).find((one) => one.handle === handle),
    (one) => productView(world, one),
  );
}

function sorted(items, key) {
  const by =
    { UPDATED_AT: (one) => one.updatedAt, CREATED_AT: (one) => one.createdAt, TITLE: (one) => one.title, FILENAME: (one) => one.filename }[
      key
    ] ?? ((one) => BigInt(one.id));
  return [...items].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
}

function shopView(world) {
  const { shop, settings } = world;
  const name = settings.plan;
  return {
    __typename: 'Shop',
    id: gid('Shop', world.shops.number(shop)),
    name: shop
      .split('.')[0]
      .split('-')
      .map((word) => word[0].toUpperCase() + word.slice(1))
      .join(' '),
    email: 'owner@example.com',
    myshopifyDomain: shop,
    url: `https://${shop}`,
    currencyCode: 'USD',
    ianaTimezone: 'America/Toronto',
    plan: {
      publicDisplayName: name[0].toUpperCase() + name.slice(1),
      displayName: name,
      shopifyPlus: name === 'plus',
      partnerDevelopment: name === 'development',
    },
    metafield: (args) => metafieldOf(world, gid('Shop', world.shops.number(shop)), args),
  };
}

function installationView(world) {
  const id = gid('AppInstallation', installationNumber);
  return {
    __typename: 'AppInstallation',
    id,
    accessScopes: world.token.scopes.map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
    launchUrl: `${world.address()}/_sandbox/launch?shop=${world.shop}`,
    activeSubscriptions: [],
    metafield: (args) => metafieldOf(world, id, args),
    metafields: (args) => metafieldsOf(world, id, args),
  };
}
