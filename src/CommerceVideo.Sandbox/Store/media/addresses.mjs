/** Where the bytes of media are found, in the manner of Shopify's CDN. `base` is the store's own address. */
export function imageAddress(base, shopNumber, media) {
  const name = encodeURIComponent(media.filename);
  return `${base}/cdn/s/files/1/${shopNumber}/files/${name}?v=${parseInt(media.source.sha256.slice(0, 8), 16)}`;
}

export const posterAddress = (base, media) =>
  `${base}/cdn/shop/files/preview_images/${media.poster}.thumbnail.0000000000.jpg?v=${Math.floor(media.createdAt / 1000)}`;

export const originalVideoAddress = (base, media) => `${base}/cdn/shop/videos/c/o/v/${media.source.sha256}.${media.format}`;

export function videoSources(base, media) {
  const { width, height } = media;
  const short = Math.min(width, height);
  const label = short >= 1080 ? 'HD-1080p' : short >= 720 ? 'HD-720p' : 'SD-480p';
  const rate = ((media.source.bytes * 8) / media.duration / 1000).toFixed(1);
  const hash = media.source.sha256.slice(0, 32);
  const url = `${base}/cdn/shop/videos/c/vp/${hash}/${hash}.${label}-${rate}Mbps-${media.id.slice(-6)}.mp4`;
  return [{ url, format: 'mp4', mimeType: 'video/mp4', width, height, fileSize: media.source.bytes }];
}
