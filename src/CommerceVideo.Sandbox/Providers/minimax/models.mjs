import { decimal, millionths, times } from '../frame/money.mjs';

const looks = {
  'MiniMax-Hailuo-2.3': { fps: 24, move: 'pull-out', cast: [1.03, 0.99, 0.97], contrast: 1.1, saturation: 1.12, softness: 0.6, noise: 5 },
  'MiniMax-Hailuo-2.3-Fast': { fps: 24, move: 'pan-right', cast: [1.04, 1, 0.96], contrast: 1.12, saturation: 1.1, softness: 1, noise: 6 },
  'MiniMax-Hailuo-02': { fps: 24, move: 'rise', cast: [1.02, 1, 1], contrast: 1.06, saturation: 1.04, softness: 0.8, noise: 5 },
  'MiniMax-H3': { fps: 24, move: 'push-in', cast: [1, 1, 1.02], contrast: 1.03, saturation: 1.03, softness: 0.2, noise: 1 },
};

/** v1: dollars for each clip by size and length; what has no price is not offered. */
export const v1Models = {
  'MiniMax-Hailuo-2.3': { clips: { '768P': { 6: '0.28', 10: '0.56' }, '1080P': { 6: '0.49' } } },
  'MiniMax-Hailuo-2.3-Fast': { clips: { '768P': { 6: '0.19', 10: '0.32' }, '1080P': { 6: '0.33' } } },
  'MiniMax-Hailuo-02': {
    lastFrame: true,
    clips: { '512P': { 6: '0.10', 10: '0.15' }, '768P': { 6: '0.28', 10: '0.56' }, '1080P': { 6: '0.49' } },
  },
};

/** v2: dollars a second by size; pictures beyond the fifth cost too. */
export const v2Model = 'MiniMax-H3';
export const v2Rates = { '768P': '0.08', '2K': '0.13' };
const freePictures = 5;
const pictureRate = '0.04';

export const v1Price = (model, resolution, seconds) => ({ amount: v1Models[model].clips[resolution][seconds], currency: 'USD' });

export function v2Price(resolution, seconds, pictures) {
  const extra = BigInt(Math.max(0, pictures - freePictures)) * millionths(pictureRate);
  return { amount: decimal(millionths(times(v2Rates[resolution], seconds)) + extra), currency: 'USD' };
}

const shortSides = { '512P': 512, '768P': 768, '1080P': 1080, '2K': 1440 };

/** A clip in the picture's own ratio, the short side being what the size says. */
export function clipOf(model, resolution, seconds, { width, height }, sound) {
  const scale = shortSides[resolution] / Math.min(width, height);
  return { look: looks[model], seconds, width: width * scale, height: height * scale, sound, cuts: false };
}
