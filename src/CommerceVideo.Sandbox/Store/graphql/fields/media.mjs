import { seconds } from '../../clock.mjs';
import { imageAddress, originalVideoAddress, posterAddress, videoSources } from '../../media/addresses.mjs';

/** A media record as the Admin API shows it: MediaImage or Video. */
export function mediaView(world, media) {
  const ready = media.status === 'READY';
  const errors = media.errors;
  return {
    __typename: media.type,
    id: media.gid,
    alt: media.alt,
    status: media.status,
    fileStatus: media.status,
    mediaErrors: errors,
    fileErrors: errors,
    mediaWarnings: [],
    createdAt: seconds(media.createdAt),
    updatedAt: seconds(media.updatedAt),
    ...(media.type === 'Video' ? video(world, media, ready) : image(world, media, ready)),
  };
}

function image(world, media, ready) {
  const address = ready ? imageAddress(world.address(), world.shops.number(media.shop), media) : null;
  const picture = ready ? imageView(media, address, media.width, media.height) : null;
  return {
    mediaContentType: 'IMAGE',
    image: picture,
    mimeType: ready ? media.source.mime : null,
    originalSource: ready ? { url: address, fileSize: media.source.bytes } : null,
    preview: { status: media.status, image: picture },
  };
}

function video(world, media, ready) {
  const base = world.address();
  return {
    mediaContentType: 'VIDEO',
    filename: media.filename,
    duration: ready ? media.duration : null,
    originalSource: ready
      ? {
          url: originalVideoAddress(base, media),
          format: media.format,
          mimeType: media.source.mime,
          width: media.width,
          height: media.height,
          fileSize: media.source.bytes,
        }
      : null,
    sources: ready ? videoSources(base, media) : [],
    preview: { status: media.status, image: ready ? imageView(media, posterAddress(base, media), media.width, media.height) : null },
  };
}

function imageView(media, address, width, height) {
  return {
    __typename: 'Image',
    id: `gid://shopify/ImageSource/${media.imageId}`,
    altText: media.alt,
    width,
    height,
    url: address,
    src: address,
    originalSrc: address,
    transformedSrc: address,
  };
}
