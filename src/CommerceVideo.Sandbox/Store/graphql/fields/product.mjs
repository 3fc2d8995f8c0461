import { seconds } from '../../clock.mjs';
import { gid } from '../../state/ids.mjs';
import { connection } from './connection.mjs';
import { mediaView } from './media.mjs';
import { metafieldOf, metafieldsOf } from './metafields.mjs';
import { matcher } from './search.mjs';
import { variantView } from './variant.mjs';

/** A product record as the Admin API shows it. */
export function productView(world, product) {
  const owner = gid('Product', product.id);
  const media = () => product.mediaIds.map((id) => world.library.get(id)).filter(Boolean);
  const images = () => media().filter((one) => one.type === 'MediaImage' && one.status === 'READY');
  const show = (one) => mediaView(world, one);
  return {
    __typename: 'Product',
    id: owner,
    legacyResourceId: product.id,
    title: product.title,
    handle: product.handle,
    descriptionHtml: product.bodyHtml ?? '',
    bodyHtml: product.bodyHtml,
    description: ({ truncateAt }) => plainText(product.bodyHtml).slice(0, truncateAt ?? undefined),
    vendor: product.vendor ?? '',
    productType: product.productType ?? '',
    tags: product.tags,
    status: product.status,
    category: product.category && categoryView(product.category),
    createdAt: seconds(product.createdAt),
    updatedAt: seconds(product.updatedAt),
    publishedAt: product.publishedAt ? seconds(product.publishedAt) : null,
    onlineStoreUrl: product.status === 'ACTIVE' ? `${world.address()}/products/${encodeURIComponent(product.handle)}` : null,
    media: (args) => connection(sortMedia(media(), args).filter(matcher(args.query, mediaFields)), args, show),
    mediaCount: () => ({ count: product.mediaIds.length, precision: 'EXACT' }),
    featuredMedia: () => (media().length ? show(media()[0]) : null),
    featuredImage: () => (images().length ? show(images()[0]).image : null),
    images: (args) => connection(images(), args, (one) => show(one).image),
    options: ({ first }) => product.options.slice(0, first ?? undefined).map(optionView),
    variants: (args) => connection(product.variants, args, (variant) => variantView(world, product, variant)),
    priceRangeV2: priceRange(product.variants),
    variantsCount: () => ({ count: product.variants.length, precision: 'EXACT' }),
    totalVariants: product.variants.length,
    hasOnlyDefaultVariant: product.variants.length === 1 && product.variants[0].title === 'Default Title',
    metafield: (args) => metafieldOf(world, owner, args),
    metafields: (args) => metafieldsOf(world, owner, args),
  };
}

export const mediaFields = {
  media_type: (media) => (media.type === 'Video' ? 'VIDEO' : 'IMAGE'),
  status: (media) => media.status,
  filename: (media) => [media.filename, media.filename.replace(/\.[^.]+$/, '')],
  id: (media) => media.id,
  created_at: (media) => media.createdAt,
  updated_at: (media) => media.updatedAt,
  default: (media) => [media.filename, media.alt],
};

export const productFields = {
  id: (product) => product.id,
  title: (product) => product.title,
  handle: (product) => product.handle,
  status: (product) => product.status,
  tag: (product) => product.tags,
  vendor: (product) => product.vendor,
  product_type: (product) => product.productType,
  created_at: (product) => product.createdAt,
  updated_at: (product) => product.updatedAt,
  default: (product) => [product.title, product.vendor, product.productType, ...product.tags],
};

function sortMedia(media, { sortKey }) {
  return sortKey === 'ID' ? [...media].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)) : media;
}

/** The local store sells in one currency. */
function priceRange(variants) {
  const prices = variants.map(({ price }) => Number(price));
  const of = (amount) => ({ amount: amount.toFixed(2), currencyCode: 'USD' });
  return { minVariantPrice: of(Math.min(...prices)), maxVariantPrice: of(Math.max(...prices)) };
}

function optionView(option) {
  return {
    id: gid('ProductOption', option.id),
    name: option.name,
    position: option.position,
    values: option.values,
    optionValues: option.values.map((name, index) => ({ id: gid('ProductOptionValue', `${option.id}${index}`), name, hasVariants: true })),
  };
}

function categoryView({ id, name, fullName }) {
  return {
    __typename: 'TaxonomyCategory',
    id,
    name,
    fullName,
    isLeaf: true,
    isRoot: false,
    isArchived: false,
    level: fullName.split(' > ').length,
  };
}

function plainText(html) {
  return (html ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
