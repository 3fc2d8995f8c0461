import { seconds } from '../../clock.mjs';
import { gid } from '../../state/ids.mjs';
import { connection } from './connection.mjs';
import { mediaView } from './media.mjs';
import { metafieldOf, metafieldsOf } from './metafields.mjs';
import { productView } from './product.mjs';

export function variantView(world, product, variant) {
  const owner = gid('ProductVariant', variant.id);
  const media = () => [world.library.get(variant.mediaId)].filter(Boolean);
  return {
    __typename: 'ProductVariant',
    id: owner,
    legacyResourceId: variant.id,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    position: variant.position,
    price: variant.price,
    compareAtPrice: variant.compareAtPrice,
    sku: variant.sku,
    barcode: variant.barcode,
    availableForSale: true,
    inventoryQuantity: variant.inventoryQuantity,
    taxable: true,
    createdAt: seconds(variant.createdAt),
    updatedAt: seconds(variant.updatedAt),
    selectedOptions: product.options.map((option, index) => ({ name: option.name, value: variant[`option${index + 1}`] ?? '' })),
    product: () => productView(world, product),
    media: (args) => connection(media(), args, (one) => mediaView(world, one)),
    image: () => (media().length ? mediaView(world, media()[0]).image : null),
    metafield: (args) => metafieldOf(world, owner, args),
    metafields: (args) => metafieldsOf(world, owner, args),
  };
}
