import { imageAddress, posterAddress } from '../media/addresses.mjs';
import { gid } from '../state/ids.mjs';

const shopOffset = '-05:00';
const shopOffsetMilliseconds = -5 * 3600_000;

/** A product as webhooks carry it: REST-shaped, 64-bit ids as numbers. */
export function productBody(product, world) {
  const media = product.mediaIds.map((id) => world.library.get(id)).filter(Boolean);
  const images = media
    .map((one, index) => ({ one, position: index + 1 }))
    .filter(({ one }) => one.type === 'MediaImage' && one.status === 'READY')
    .map(({ one, position }) => imageMember(product, one, position, world));
  return {
    admin_graphql_api_id: gid('Product', product.id),
    body_html: product.bodyHtml,
    created_at: local(product.createdAt),
    handle: product.handle,
    id: BigInt(product.id),
    product_type: product.productType,
    published_at: product.publishedAt ? local(product.publishedAt) : null,
    template_suffix: null,
    title: product.title,
    updated_at: local(product.updatedAt),
    vendor: product.vendor,
    status: product.status.toLowerCase(),
    published_scope: 'global',
    tags: product.tags.join(', '),
    variants: product.variants.map((variant) => variantMember(product, variant, world)),
    options: product.options.map(({ id, name, position, values }) => ({
      name,
      id: BigInt(id),
      product_id: BigInt(product.id),
      position,
      values,
    })),
    images,
    image: images[0] ?? null,
    media: media.map((one, index) => mediaMember(product, one, index + 1, world)),
    variant_gids: product.variants.map(({ id, updatedAt }) => ({
      admin_graphql_api_id: gid('ProductVariant', id),
      updated_at: new Date(updatedAt).toISOString(),
    })),
    has_variants_that_requires_components: false,
    category: product.category && {
      admin_graphql_api_id: product.category.id,
      name: product.category.name,
      full_name: product.category.fullName,
    },
  };
}

function variantMember(product, variant, world) {
  return {
    admin_graphql_api_id: gid('ProductVariant', variant.id),
    barcode: variant.barcode,
    compare_at_price: variant.compareAtPrice,
    created_at: local(variant.createdAt),
    id: BigInt(variant.id),
    inventory_policy: 'deny',
    position: variant.position,
    price: variant.price,
    product_id: BigInt(product.id),
    sku: variant.sku,
    taxable: true,
    title: variant.title,
    updated_at: local(variant.updatedAt),
    option1: variant.option1,
    option2: variant.option2,
    option3: variant.option3,
    image_id: imageIdOf(variant, world),
    inventory_item_id: BigInt(variant.inventoryItemId),
    inventory_quantity: variant.inventoryQuantity,
    old_inventory_quantity: variant.inventoryQuantity,
  };
}

function imageMember(product, media, position, world) {
  return {
    id: BigInt(media.imageId),
    product_id: BigInt(product.id),
    position,
    created_at: local(media.createdAt),
    updated_at: local(media.updatedAt),
    alt: media.alt,
    width: media.width,
    height: media.height,
    src: imageAddress(world.address(), world.shops.number(product.shop), media),
    variant_ids: variantIds(product, media),
    admin_graphql_api_id: gid('ProductImage', media.imageId),
  };
}

function mediaMember(product, media, position, world) {
  return {
    id: BigInt(media.id),
    product_id: BigInt(product.id),
    position,
    created_at: local(media.createdAt),
    updated_at: local(media.updatedAt),
    alt: media.alt,
    status: media.status,
    media_content_type: media.type === 'Video' ? 'VIDEO' : 'IMAGE',
    preview_image: previewMember(media, world),
    variant_ids: variantIds(product, media),
    admin_graphql_api_id: media.gid,
  };
}

function previewMember(media, world) {
  if (media.status !== 'READY') {
    return { width: null, height: null, src: null, status: media.status };
  }
  const src =
    media.type === 'Video' ? posterAddress(world.address(), media) : imageAddress(world.address(), world.shops.number(media.shop), media);
  return { width: media.width, height: media.height, src, status: 'READY' };
}

const variantIds = (product, media) =>
  product.variants.filter((variant) => variant.mediaId === media.id).map((variant) => BigInt(variant.id));

function imageIdOf(variant, world) {
  const media = variant.mediaId && world.library.get(variant.mediaId);
  return media ? BigInt(media.imageId) : null;
}

function local(milliseconds) {
  return new Date(milliseconds + shopOffsetMilliseconds).toISOString().replace(/\.\d+Z$/, shopOffset);
}
