import { extname } from 'node:path';
import { parseGid } from '../../state/ids.mjs';
import { refuseLargeBatch } from './fileCreate.mjs';
import { longestAlt, mediaPerProduct, sourceOf, uploaded } from './newMedia.mjs';
import { mediaView } from './media.mjs';

export function fileUpdate(world, { files }) {
  refuseLargeBatch(files);
  const missing = files.filter(({ id }) => !world.library.find(world.shop, id)).map(({ id }) => id);
  if (missing.length) {
    const many = missing.length > 1 ? 'ids' : 'id';
    return refused([
      {
        field: ['files'],
        message: `File ${many} [${missing.map((id) => JSON.stringify(id)).join(', ')}] ${missing.length > 1 ? 'do' : 'does'} not exist.`,
        code: 'FILE_DOES_NOT_EXIST',
      },
    ]);
  }
  if (files.some(({ id }) => world.library.find(world.shop, id).status !== 'READY')) {
    return refused([{ field: ['files'], message: 'Non-ready files cannot be updated.', code: 'NON_READY_STATE' }]);
  }
  const problems = files.map((file, index) => problemOf(world, file, index));
  const fine = files.filter((_, index) => !problems[index]);
  fine.forEach((file) => apply(world, file));
  return { files: fine.map(({ id }) => mediaView(world, world.library.find(world.shop, id))), userErrors: problems.filter(Boolean) };
}

const refused = (userErrors) => ({ files: [], userErrors });

function problemOf(world, file, index) {
  const at = (field, message, code) => ({ field: ['files', String(index), field], message, code });
  const whole = (message, code) => ({ field: ['files'], message, code });
  const media = world.library.find(world.shop, file.id);
  if ((file.alt ?? '').length > longestAlt) {
    return at('alt', `The alt value exceeds the maximum limit of ${longestAlt} characters.`, 'ALT_VALUE_LIMIT_EXCEEDED');
  }
  if (media.type === 'Video' && (file.originalSource || file.previewImageSource)) {
    return at(
      file.originalSource ? 'originalSource' : 'previewImageSource',
      'Updating the original source is not supported for this media type.',
      'INVALID',
    );
  }
  if (file.filename && media.type === 'Video') {
    return whole('Updating the filename is only supported on images and generic files', 'UNSUPPORTED_MEDIA_TYPE_FOR_FILENAME_UPDATE');
  }
  if (file.filename && extname(file.filename) !== extname(media.filename)) {
    return whole('The filename extension provided must match the original filename.', 'INVALID_FILENAME_EXTENSION');
  }
  const fresh = newSource(file);
  const found = fresh ? sourceOf(world, 'IMAGE', fresh) : {};
  return found.problem ? at('originalSource', found.problem.message, found.problem.code) : referenceProblem(world, file, whole);
}

const newSource = ({ originalSource, previewImageSource }) => originalSource ?? previewImageSource ?? null;

function referenceProblem(world, file, whole) {
  for (const field of ['referencesToAdd', 'referencesToRemove']) {
    for (const reference of file[field] ?? []) {
      const product = productOf(world, reference);
      if (!product) {
        return whole('The reference target does not exist', 'REFERENCE_TARGET_DOES_NOT_EXIST');
      }
      if (field === 'referencesToAdd' && product.mediaIds.length >= mediaPerProduct) {
        return whole('The product has its full number of media.', 'PRODUCT_MEDIA_LIMIT_EXCEEDED');
      }
    }
  }
  return null;
}

function productOf(world, reference) {
  const parsed = parseGid(reference);
  return parsed?.type === 'Product' ? world.catalog.find(world.shop, parsed.id) : null;
}

function apply(world, file) {
  const { id, alt, filename, referencesToAdd = [], referencesToRemove = [] } = file;
  const media = world.library.find(world.shop, id);
  if (newSource(file)) {
    replaceBytes(world, media, newSource(file));
  }
  const differing = { ...(alt != null ? { alt } : {}), ...(filename ? { filename } : {}) };
  if (Object.keys(differing).length) {
    world.library.change(media.id, differing);
  }
  const touched = new Map(world.catalog.withMedia(media.id).map((product) => [product.id, product]));
  const add = (referencesToAdd ?? []).map((reference) => productOf(world, reference));
  const remove = (referencesToRemove ?? []).map((reference) => productOf(world, reference));
  const shown = Object.keys(differing).length ? [...touched.values()] : [];
  for (const product of new Map([...shown, ...add, ...remove].map((one) => [one.id, one])).values()) {
    const removed = remove.some((one) => one.id === product.id);
    const added = add.some((one) => one.id === product.id);
    world.catalog.update(product, (now) => ({ mediaIds: changed(now.mediaIds, media.id, added, removed) }));
  }
}

function changed(mediaIds, id, added, removed) {
  if (removed) {
    return mediaIds.filter((one) => one !== id);
  }
  return added && !mediaIds.includes(id) ? [...mediaIds, id] : mediaIds;
}

/** An image keeps its id and goes through processing again with other bytes. */
function replaceBytes(world, media, originalSource) {
  const { target, address } = sourceOf(world, 'IMAGE', originalSource);
  if (target) {
    world.targets.use(target, media.id);
  }
  world.worker.begin(world.library.change(media.id, { source: uploaded(target), address, status: 'UPLOADED', errors: [] }));
}
