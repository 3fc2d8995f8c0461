import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readImageHeader } from '../media/imageHeader.mjs';

/** Makes the product a webhook body describes exist, with the body's own ids, its pictures taken from the photo folders. */
export async function adoptProduct(payload, shop, world) {
  const id = String(payload.id);
  const media = [];
  for (const member of payload.media ?? []) {
    media.push(await adoptMedia(member, payload, shop, world));
  }
  const byImage = new Map(media.map((one) => [one.imageId, one.id]));
  const previous = world.catalog.find(shop, id);
  const own = (previous?.mediaIds ?? []).filter((one) => world.library.get(one)?.origin === 'app');
  return world.catalog.adopt({
    id,
    shop,
    title: payload.title,
    handle: payload.handle ?? id,
    bodyHtml: payload.body_html,
    vendor: payload.vendor ?? '',
    productType: payload.product_type ?? '',
    status: (payload.status ?? 'active').toUpperCase(),
    tags: (payload.tags ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    category: payload.category
      ? { id: payload.category.admin_graphql_api_id, name: payload.category.name, fullName: payload.category.full_name }
      : null,
    mediaIds: [...media.map((one) => one.id), ...own],
    options: (payload.options ?? []).map((option) => ({
      id: String(option.id),
      name: option.name,
      position: Number(option.position),
      values: option.values,
    })),
    variants: (payload.variants ?? []).map((variant) => adoptVariant(variant, byImage, world)),
    createdAt: instant(payload.created_at, world),
    updatedAt: Math.max(instant(payload.updated_at, world), (previous?.updatedAt ?? 0) + 1),
    publishedAt: payload.published_at ? instant(payload.published_at, world) : null,
  });
}

function adoptVariant(variant, byImage, world) {
  return {
    id: String(variant.id),
    title: variant.title,
    position: Number(variant.position),
    price: variant.price,
    compareAtPrice: variant.compare_at_price,
    sku: variant.sku ?? '',
    barcode: variant.barcode ?? '',
    option1: variant.option1,
    option2: variant.option2,
    option3: variant.option3,
    mediaId: variant.image_id ? (byImage.get(String(variant.image_id)) ?? null) : null,
    inventoryItemId: String(variant.inventory_item_id ?? 0),
    inventoryQuantity: Number(variant.inventory_quantity ?? 0),
    createdAt: instant(variant.created_at, world),
    updatedAt: instant(variant.updated_at, world),
  };
}

/** A body that names no source tells of media still PROCESSING: it waits for the body that does. */
async function adoptMedia(member, payload, shop, world) {
  const id = String(member.id);
  const image = (payload.images ?? []).find((one) => one.position === member.position);
  const address = member.preview_image?.src ?? image?.src ?? null;
  const filename = address ? decodeURIComponent(new URL(address).pathname.split('/').pop()) : `${id}.jpg`;
  const known = world.library.get(id);
  const imageId = String(image?.id ?? known?.imageId ?? world.newId());
  const media = known ?? world.library.add(shop, 'MediaImage', { id, imageId, filename, alt: member.alt, origin: 'merchant' });
  if (media.status === 'READY' || !address) {
    return world.library.change(id, { alt: member.alt, imageId, ...(address ? {} : { awaited: true, status: 'PROCESSING' }) });
  }
  const file = await findPhoto(world.settings.photos, filename);
  if (!file) {
    const error = { code: 'IMAGE_DOWNLOAD_FAILURE', message: 'The file could not be downloaded.', details: filename };
    return world.library.change(id, { imageId, filename, alt: member.alt, awaited: false, status: 'FAILED', errors: [error] });
  }
  const { source, width, height } = await takePhoto(file, world);
  const size = { width: Number(member.preview_image?.width ?? width), height: Number(member.preview_image?.height ?? height) };
  return world.library.change(id, { imageId, filename, alt: member.alt, awaited: false, source, ...size, status: 'READY', errors: [] });
}

async function takePhoto(file, { blobs }) {
  let start = Buffer.alloc(0);
  async function* watched() {
    for await (const chunk of createReadStream(file)) {
      start = start.length < 2 ** 20 ? Buffer.concat([start, chunk]) : start;
      yield chunk;
    }
  }
  const kept = await blobs.keep(watched());
  const header = readImageHeader(start);
  return { source: { ...kept, mime: header?.mime ?? 'image/jpeg' }, width: header?.width ?? 0, height: header?.height ?? 0 };
}

async function findPhoto(folders, name) {
  for (const folder of folders.flatMap((one) => [one, join(one, 'awkward')])) {
    const names = await readdir(folder).catch(() => []);
    if (names.includes(name)) {
      return join(folder, name);
    }
  }
  return null;
}

function instant(text, { clock }) {
  const value = Date.parse(text ?? '');
  return Number.isNaN(value) ? clock.now() : value;
}
