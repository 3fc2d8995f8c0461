import { GraphQLError } from 'graphql';
import { fileCreate } from './fields/fileCreate.mjs';
import { fileDelete } from './fields/fileDelete.mjs';
import { fileUpdate } from './fields/fileUpdate.mjs';
import { metafieldsSet } from './fields/metafields.mjs';
import { productReorderMedia } from './fields/productReorderMedia.mjs';
import { productUpdate } from './fields/productUpdate.mjs';
import { queries } from './fields/queries.mjs';
import { stagedUploadsCreate } from './fields/stagedUploadsCreate.mjs';
import { appendVariantMedia, detachVariantMedia } from './fields/variantMedia.mjs';

const mutations = {
  stagedUploadsCreate: [[], stagedUploadsCreate],
  productUpdate: [['write_products'], productUpdate],
  productReorderMedia: [['write_products'], productReorderMedia],
  productVariantAppendMedia: [['write_products'], appendVariantMedia],
  productVariantDetachMedia: [['write_products'], detachVariantMedia],
  fileCreate: [['write_files'], fileCreate],
  fileUpdate: [['write_files'], fileUpdate],
  fileDelete: [['write_files'], fileDelete],
  metafieldsSet: [[], metafieldsSet],
};

/** What a query or mutation starts from, for one request of one shop. */
export function rootFor(kind, world) {
  if (kind === 'query') {
    return queries(world);
  }
  return Object.fromEntries(Object.entries(mutations).map(([name, [scopes, run]]) => [name, guarded(name, scopes, run, world)]));
}

function guarded(name, scopes, run, world) {
  return (args) => {
    const missing = scopes.filter((scope) => !world.token.scopes.includes(scope));
    if (missing.length) {
      throw new GraphQLError(`Access denied for ${name} field. Required access: \`${missing.join('`, `')}\` access scope.`, {
        extensions: {
          code: 'ACCESS_DENIED',
          documentation: 'https://shopify.dev/api/usage/access-scopes',
          requiredAccess: `\`${missing.join('`, `')}\` access scope.`,
        },
      });
    }
    return run(world, args);
  };
}
