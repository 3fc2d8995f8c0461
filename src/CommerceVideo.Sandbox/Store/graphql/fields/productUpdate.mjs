import { GraphQLError } from 'graphql';
import { parseGid } from '../../state/ids.mjs';
import { longestAlt, mediaPerProduct, newMedia } from './newMedia.mjs';
import { productView } from './product.mjs';

const simple = {
  title: 'title',
  descriptionHtml: 'bodyHtml',
  vendor: 'vendor',
  productType: 'productType',
  status: 'status',
  handle: 'handle',
};

export function productUpdate(world, { product: given, input, identifier, media = [] }) {
  if ((given == null) === (input == null)) {
    throw new GraphQLError('productUpdate must include exactly one of the following arguments: input, product.', {
      extensions: { code: 'INVALID_FIELD_ARGUMENTS' },
    });
  }
  const asked = given ?? input ?? {};
  const id = parseGid(asked.id ?? identifier?.id);
  const current = id?.type === 'Product' ? world.catalog.find(world.shop, id.id) : null;
  if (!current) {
    return { product: null, userErrors: [{ field: ['id'], message: 'Product does not exist' }] };
  }
  const userErrors = problemsOf(asked, media, current);
  if (userErrors.length) {
    return { product: productView(world, current), userErrors };
  }
  const made = media.map((one) => newMedia(world, { contentType: one.mediaContentType, originalSource: one.originalSource, alt: one.alt }));
  const added = made.flatMap((one) => (one.media ? [one.media.id] : []));
  const refused = made.flatMap(({ problem }, index) =>
    problem ? [{ field: ['media', String(index), ...(problem.at ? [problem.at] : [])], message: problem.message }] : [],
  );
  const changes = changesOf(asked);
  const changed = added.length || Object.keys(changes).length;
  const updated = changed ? world.catalog.update(current, (now) => ({ ...changes, mediaIds: [...now.mediaIds, ...added] })) : current;
  return { product: productView(world, updated), userErrors: refused };
}

function problemsOf(asked, media, current) {
  const problems = [];
  if (asked.title !== undefined && !asked.title?.trim()) {
    problems.push({ field: ['title'], message: "Title can't be blank" });
  }
  if (current.mediaIds.length + media.length > mediaPerProduct) {
    problems.push({ field: ['media'], message: `Exceeded the maximum number of media per product (${mediaPerProduct})` });
  }
  media.forEach((one, index) => {
    if ((one.alt ?? '').length > longestAlt) {
      problems.push({ field: ['media', String(index), 'alt'], message: `Alt value exceeds the ${longestAlt} character limit.` });
    }
    if (!['VIDEO', 'IMAGE'].includes(one.mediaContentType)) {
      problems.push({
        field: ['media', String(index), 'mediaContentType'],
        message: `${one.mediaContentType} is not played by this store`,
      });
    }
  });
  return problems;
}

function changesOf(asked) {
  const changes = {};
  for (const [theirs, ours] of Object.entries(simple)) {
    if (asked[theirs] !== undefined && asked[theirs] !== null) {
      changes[ours] = asked[theirs];
    }
  }
  return asked.tags ? { ...changes, tags: asked.tags } : changes;
}
