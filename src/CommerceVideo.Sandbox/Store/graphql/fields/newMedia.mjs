import { basename } from 'node:path';

export const longestAlt = 512;
export const mediaPerProduct = 250;
const videosPerWeek = 1000;
const week = 7 * 24 * 3600_000;

/**
 * Makes a file of a staged upload or a public address. Returns `{media}` or `{problem: {at, message, code}}`, `at` being
 * the input member at fault.
 */
export function newMedia(world, { contentType, originalSource, alt, filename }) {
  const found = sourceOf(world, contentType, originalSource);
  const problem = found.problem ?? limitProblem(world, contentType);
  if (problem) {
    return { problem };
  }
  const { target, address } = found;
  const type = contentType === 'VIDEO' ? 'Video' : 'MediaImage';
  const media = world.library.add(world.shop, type, {
    filename: filename ?? target?.filename ?? basename(new URL(address).pathname),
    alt: alt ?? null,
    source: uploaded(target),
    address,
    origin: 'app',
  });
  if (target) {
    world.targets.use(target, media.id);
  }
  world.worker.begin(media);
  return { media };
}

/** Where bytes are to come from: `{target, address}`, one of them null, or `{problem}`. */
export function sourceOf(world, contentType, originalSource) {
  const wrong = (message, code = 'INVALID') => ({ problem: { at: 'originalSource', message, code } });
  const name = contentType === 'VIDEO' ? 'Video' : 'Image';
  if (originalSource.length > 2048) {
    return wrong('Original source is too long (maximum is 2048 characters)');
  }
  const target = world.targets.byResource(world.shop, originalSource);
  const invalid = wrong(`${name} URL is invalid`, contentType === 'IMAGE' ? 'INVALID_IMAGE_SOURCE_URL' : 'INVALID');
  if (contentType === 'VIDEO') {
    return !target || target.resource !== 'VIDEO' || target.usedBy ? invalid : { target, address: null };
  }
  if (target) {
    return target.resource === 'VIDEO' || target.usedBy ? invalid : { target, address: null };
  }
  return /^https?:\/\/[^\s/]+\/\S+$/.test(originalSource) && !originalSource.startsWith(`${world.address()}/_bucket/`)
    ? { target: null, address: originalSource }
    : invalid;
}

export const uploaded = (target) => (target?.sha256 ? { sha256: target.sha256, bytes: target.bytes, mime: target.mimeType } : null);

function limitProblem(world, contentType) {
  if (contentType !== 'VIDEO') {
    return null;
  }
  if (world.settings.plan === 'trial') {
    return { at: null, message: 'Videos cannot be uploaded on a trial plan.', code: 'UNACCEPTABLE_TRIAL_ASSET' };
  }
  const videos = world.library.all(world.shop).filter((media) => media.type === 'Video');
  if (videos.filter((media) => media.origin === 'app' && media.createdAt > world.clock.now() - week).length >= videosPerWeek) {
    return { at: null, message: `The app has created ${videosPerWeek} videos in 7 days.`, code: 'VIDEO_THROTTLE_EXCEEDED' };
  }
  const allowed = { basic: 250, grow: 1000, advanced: 5000 }[world.settings.plan] ?? 250;
  return videos.length >= allowed
    ? { at: null, message: 'The limit of videos and 3D models of this shop is reached.', code: 'NON_IMAGE_MEDIA_PER_SHOP_LIMIT_EXCEEDED' }
    : null;
}
