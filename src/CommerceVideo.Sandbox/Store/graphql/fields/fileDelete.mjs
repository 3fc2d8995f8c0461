import { refuseLargeBatch } from './fileCreate.mjs';

export function fileDelete(world, { fileIds }) {
  refuseLargeBatch(fileIds);
  const missing = fileIds.filter((id) => !world.library.find(world.shop, id));
  if (missing.length) {
    const message = missing.length > 1 ? `File ids ${missing.join(',')} do not exist.` : `File id ${missing[0]} does not exist.`;
    return { deletedFileIds: null, userErrors: [{ field: ['fileIds'], message, code: 'FILE_DOES_NOT_EXIST' }] };
  }
  for (const id of fileIds) {
    removeMedia(world, world.library.find(world.shop, id));
  }
  return { deletedFileIds: fileIds, userErrors: [] };
}

/** Takes a file out of the shop and out of every product and variant that shows it. */
export function removeMedia({ library, catalog }, media) {
  const products = catalog.withMedia(media.id);
  library.remove(media.id);
  for (const product of products) {
    catalog.update(product, (now) => ({
      mediaIds: now.mediaIds.filter((id) => id !== media.id),
      variants: now.variants.map((variant) => (variant.mediaId === media.id ? { ...variant, mediaId: null } : variant)),
    }));
  }
}
