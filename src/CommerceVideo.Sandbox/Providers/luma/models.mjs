import { even } from '../clips/film.mjs';
import { decimal, millionths, times } from '../frame/money.mjs';

const shortSides = { '360p': 360, '540p': 540, '720p': 720, '1080p': 1080, '4k': 2160 };

/** Dollars a clip on the Agents API by resolution and seconds; 360p has no row of its own and is billed as 540p. */
const clipPrices = {
  '540p': { 5: '0.15', 10: '0.45' },
  '720p': { 5: '0.30', 10: '0.90' },
  '1080p': { 5: '1.20', 10: '3.60' },
};

/** Dollars a million pixels on the Dream Machine. */
const pixelPrices = { 'ray-2': '0.0064', 'ray-flash-2': '0.0022' };

export function agentsPrice({ resolution, seconds, hdr, exr }) {
  const price = clipPrices[resolution === '360p' ? '540p' : resolution][seconds];
  return { amount: times(price, exr ? 3 : hdr ? 2 : 1), currency: 'USD' };
}

export function dreamMachinePrice({ model, seconds, width, height }) {
  const pixels = BigInt(width) * BigInt(height) * BigInt(seconds) * 24n;
  return { amount: decimal((pixels * millionths(pixelPrices[model]) + 500_000n) / 1_000_000n), currency: 'USD' };
}

/** The frame of a resolution in a ratio as `9:16`; without one the picture decides. */
export function frameOf(resolution, ratio, picture) {
  const [wide, high] = ratio ? ratio.split(':').map(Number) : [picture.width, picture.height];
  const short = shortSides[resolution];
  return wide <= high
    ? { width: short, height: even((short * high) / wide) }
    : { width: even((short * wide) / high), height: short };
}
