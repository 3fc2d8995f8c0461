import { parseGid } from '../../state/ids.mjs';
import { productView } from './product.mjs';
import { variantView } from './variant.mjs';

const mostPairs = 100;

export function appendVariantMedia(world, args) {
  return changeVariants(
    world,
    args,
    (variant, mediaId) => {
      if (variant.mediaId) {
        return ['PRODUCT_VARIANT_ALREADY_HAS_MEDIA', 'Product variant already has attached media'];
      }
      const media = world.library.get(mediaId);
      if (media.type !== 'MediaImage') {
        return ['INVALID_MEDIA_TYPE', 'Variants accept images only'];
      }
      return media.status === 'READY' ? null : ['NON_READY_MEDIA', 'Non-ready media cannot be attached to variants'];
    },
    (mediaId) => mediaId,
  );
}

export function detachVariantMedia(world, args) {
  const check = (variant, mediaId) =>
    variant.mediaId === mediaId
      ? null
      : ['MEDIA_IS_NOT_ATTACHED_TO_VARIANT', 'The specified media is not attached to the specified variant'];
  return changeVariants(world, args, check, () => null);
}

function changeVariants(world, { productId, variantMedia }, check, next) {
  const parsed = parseGid(productId);
  const product = parsed?.type === 'Product' ? world.catalog.find(world.shop, parsed.id) : null;
  if (!product) {
    return {
      product: null,
      productVariants: null,
      userErrors: [{ field: ['productId'], message: 'Product does not exist', code: 'PRODUCT_DOES_NOT_EXIST' }],
    };
  }
  const userErrors = problems(product, variantMedia, check);
  if (userErrors.length) {
    return { product: productView(world, product), productVariants: null, userErrors };
  }
  const wanted = new Map(variantMedia.map((pair) => [parseGid(pair.variantId).id, next(parseGid(pair.mediaIds[0]).id)]));
  const updated = world.catalog.update(product, (now) => ({
    variants: now.variants.map((variant) =>
      wanted.has(variant.id) ? { ...variant, mediaId: wanted.get(variant.id), updatedAt: world.clock.now() } : variant,
    ),
  }));
  const shown = updated.variants.filter((variant) => wanted.has(variant.id));
  return {
    product: productView(world, updated),
    productVariants: shown.map((variant) => variantView(world, updated, variant)),
    userErrors: [],
  };
}

function problems(product, pairs, check) {
  if (pairs.length > mostPairs) {
    return [
      { field: ['variantMedia'], message: `Exceeded ${mostPairs} variant-media pairs`, code: 'MAXIMUM_VARIANT_MEDIA_PAIRS_EXCEEDED' },
    ];
  }
  const seen = new Set();
  return pairs.flatMap(({ variantId, mediaIds }, index) => {
    const at = (field, code, message) => [{ field: ['variantMedia', String(index), ...(field ? [field] : [])], message, code }];
    const variant = product.variants.find((one) => one.id === parseGid(variantId)?.id);
    const mediaId = parseGid(mediaIds[0])?.id;
    if (!variant) {
      return at('variantId', 'PRODUCT_VARIANT_DOES_NOT_EXIST_ON_PRODUCT', 'Variant does not exist on the specified product');
    }
    if (seen.has(variant.id)) {
      return at('variantId', 'PRODUCT_VARIANT_SPECIFIED_MULTIPLE_TIMES', 'Variant specified in more than one pair');
    }
    seen.add(variant.id);
    if (mediaIds.length !== 1) {
      return at('mediaIds', 'TOO_MANY_MEDIA_PER_INPUT_PAIR', 'Only one mediaId is allowed per pair');
    }
    if (!product.mediaIds.includes(mediaId)) {
      return at('mediaIds', 'MEDIA_DOES_NOT_EXIST_ON_PRODUCT', 'Media does not exist on the specified product');
    }
    const problem = check(variant, mediaId);
    return problem ? at(null, ...problem) : [];
  });
}
