import { sendJson } from '../http/answers.mjs';
import { iso } from '../clock.mjs';
import { providersOf } from './providersView.mjs';

/** `GET /_sandbox/state`: everything the store knows, for a checker from outside. */
export function stateRoutes(world) {
  return [['GET', '/_sandbox/state', async ({ res }) => sendJson(res, 200, await stateOf(world))]];
}

export async function stateOf(world) {
  const providers = await providersOf(world);
  return { now: iso(world.clock.now()), shops: world.shops.names().map((shop) => shopState(world, shop)), providers, channels: [] };
}

function shopState(world, shop) {
  return {
    domain: shop,
    installed: world.shops.isInstalled(shop),
    products: world.catalog.all(shop).map((product) => productState(world, product)),
    files: world.library.all(shop).map((media) => mediaState(media, null)),
    deliveries: world.records
      .all('delivery')
      .filter((one) => one.shop === shop)
      .map(deliveryState),
    stagedUploads: world.records
      .all('staged')
      .filter((one) => one.shop === shop)
      .map(({ key, bytes, sha256, usedBy }) => ({ key, bytes, sha256, used: usedBy !== null })),
  };
}

export function productState(world, { id, title, handle, status, mediaIds }) {
  const media = mediaIds.map((one) => world.library.get(one)).filter(Boolean);
  return { id, gid: `gid://shopify/Product/${id}`, title, handle, status, media: media.map(mediaState) };
}

function mediaState({ id, gid, type, origin, status, source, alt, filename, errors, width, height, duration }, order) {
  return {
    id,
    gid,
    kind: type === 'Video' ? 'VIDEO' : 'IMAGE',
    origin,
    status,
    sha256: source?.sha256 ?? null,
    bytes: source?.bytes ?? null,
    order,
    alt,
    filename,
    errors,
    width,
    height,
    duration,
  };
}

function deliveryState({ id, topic, subject, tries, answers, bytes, state, triggeredAt, deliveredAt }) {
  return {
    id,
    topic,
    productId: subject,
    tries,
    answers,
    bodyBytes: bytes,
    state,
    triggeredAt: iso(triggeredAt),
    deliveredAt: deliveredAt === null ? null : iso(deliveredAt),
  };
}
