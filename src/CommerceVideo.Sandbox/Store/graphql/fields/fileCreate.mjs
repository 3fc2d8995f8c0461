import { GraphQLError } from 'graphql';
import { extname } from 'node:path';
import { longestAlt, newMedia } from './newMedia.mjs';
import { mediaView } from './media.mjs';

const most = 250;

export function refuseLargeBatch(list) {
  if (list.length > most) {
    throw new GraphQLError(`The input array size of ${list.length} is greater than the maximum allowed of ${most}.`, {
      extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
    });
  }
}

export function fileCreate(world, { files }) {
  refuseLargeBatch(files);
  const userErrors = files.map((file, index) => problemOf(world, file, index)).filter(Boolean);
  if (userErrors.length) {
    return { files: [], userErrors };
  }
  const made = files.map((file) => newMedia(world, { ...file, contentType: kindOf(world, file) }));
  return {
    files: made.flatMap(({ media }) => (media ? [mediaView(world, media)] : [])),
    userErrors: made.flatMap(({ problem }, index) =>
      problem
        ? [{ field: ['files', String(index), ...(problem.at ? [problem.at] : [])], message: problem.message, code: problem.code }]
        : [],
    ),
  };
}

function problemOf(world, file, index) {
  const at = (field, message, code) => ({ field: ['files', String(index), field], message, code });
  if ((file.alt ?? '').length > longestAlt) {
    return at('alt', `The alt value exceeds the maximum limit of ${longestAlt} characters.`, 'ALT_VALUE_LIMIT_EXCEEDED');
  }
  if (file.duplicateResolutionMode === 'REPLACE' && file.contentType !== 'IMAGE') {
    const message = `Duplicate resolution mode 'REPLACE' is not supported for '${file.contentType ?? 'MISSING'}' media type.`;
    return at('duplicateResolutionMode', message, 'INVALID_DUPLICATE_MODE_FOR_TYPE');
  }
  if (file.duplicateResolutionMode === 'REPLACE' && !file.filename) {
    const message = 'Missing filename argument when attempting to use REPLACE duplicate mode.';
    return at('filename', message, 'MISSING_FILENAME_FOR_DUPLICATE_MODE_REPLACE');
  }
  if (file.filename?.startsWith('.')) {
    return at('filename', 'Filename is invalid.', 'INVALID_FILENAME');
  }
  if (file.filename && extname(file.filename).toLowerCase() !== extname(pathOf(file.originalSource)).toLowerCase()) {
    return at('filename', 'Provided filename extension must match original source.', 'MISMATCHED_FILENAME_AND_ORIGINAL_SOURCE');
  }
  if (!['VIDEO', 'IMAGE'].includes(kindOf(world, file))) {
    return at('contentType', 'This kind of file is not played by this store.', 'INVALID');
  }
  return null;
}

function kindOf(world, { contentType, originalSource }) {
  return contentType ?? (world.targets.byResource(world.shop, originalSource)?.resource === 'VIDEO' ? 'VIDEO' : 'IMAGE');
}

/** The path of an object inside its bucket, or of any other address; a VIDEO resourceUrl has none. */
function pathOf(originalSource) {
  try {
    return new URL(originalSource).pathname.replace(/^\/_bucket\/[^/]+/, '');
  } catch {
    return '';
  }
}
