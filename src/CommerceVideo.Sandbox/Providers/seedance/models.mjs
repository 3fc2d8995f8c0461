import { even } from '../clips/film.mjs';
import { decimal, millionths } from '../frame/money.mjs';

export const fps = 24;

/** Dollars for a million tokens by resolution; 1080p comes as 10-bit HEVC. */
export const models = {
  'dreamina-seedance-2-5-260628': {
    seconds: [4, 30],
    perMillion: { '480p': '10.70', '720p': '10.70', '1080p': '11.70' },
    tenBitAt: ['1080p'],
  },
};

const shapes = { '21:9': 21 / 9, '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1, '3:4': 3 / 4, '9:16': 9 / 16 };

/** The one of the shapes it films that is nearest to the picture's: what `adaptive` means. */
export function shapeOf({ width, height }) {
  const apart = (name) => Math.abs(Math.log(shapes[name] / (width / height)));
  return Object.keys(shapes).reduce((best, one) => (apart(one) < apart(best) ? one : best));
}

export function frameOf(resolution, ratio) {
  const short = Number.parseInt(resolution, 10);
  return shapes[ratio] <= 1 ? { width: short, height: even(short / shapes[ratio]) } : { width: even(short * shapes[ratio]), height: short };
}

export const tokensOf = ({ width, height }, seconds) => Math.floor((seconds * fps * width * height) / 1024);

/** Rounded to a millionth of a dollar. */
export function priceOf(model, resolution, tokens) {
  const perMillion = millionths(models[model].perMillion[resolution]);
  return { amount: decimal((perMillion * BigInt(tokens) + 500_000n) / 1_000_000n), currency: 'USD' };
}
