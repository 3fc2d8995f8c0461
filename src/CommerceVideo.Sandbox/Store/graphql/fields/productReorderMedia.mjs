import { parseGid } from '../../state/ids.mjs';

export function productReorderMedia(world, { id, moves }) {
  const parsed = parseGid(id);
  const product = parsed?.type === 'Product' ? world.catalog.find(world.shop, parsed.id) : null;
  if (!product) {
    const message = 'Product does not exist';
    return {
      job: null,
      mediaUserErrors: [{ field: ['id'], message, code: 'PRODUCT_DOES_NOT_EXIST' }],
      userErrors: [{ field: ['id'], message }],
    };
  }
  const job = world.jobs.start(world.shop, { kind: 'reorder', productId: product.id, moves });
  return { job: world.jobs.view(world.shop, job.gid), mediaUserErrors: [], userErrors: [] };
}

/** Moves one after the other; media nobody knows is passed over, what is not named keeps its order. */
export function reordered(mediaIds, moves) {
  return moves.reduce((order, { id, newPosition }) => {
    const mediaId = id.split('/').pop();
    if (!order.includes(mediaId)) {
      return order;
    }
    const rest = order.filter((one) => one !== mediaId);
    rest.splice(Math.min(Number(newPosition), rest.length), 0, mediaId);
    return rest;
  }, mediaIds);
}
