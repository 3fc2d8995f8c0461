import { models } from './models.mjs';

const softest = { move: 'pan-right', cast: [1.04, 1, 0.94], contrast: 0.95, saturation: 0.92, brightness: 0.02, softness: 1.3, noise: 5 };
const warm = { move: 'push-in', cast: [1.03, 1.01, 0.96], contrast: 1.02, saturation: 1.04, brightness: 0.01, softness: 0.7, noise: 3 };
const clear = { move: 'pull-out', cast: [1.01, 1, 0.99], contrast: 1.06, saturation: 1.08, brightness: 0, softness: 0.4, noise: 2 };

const looks = {
  'wan2.1-i2v-turbo': softest,
  'wan2.1-i2v-plus': { ...softest, softness: 1, noise: 4 },
  'wan2.6-i2v': warm,
  'wan2.7-i2v': { ...warm, saturation: 1.08, softness: 0.5 },
  'wan3.0-video': clear,
  'wan3.0-video-prime': { ...clear, softness: 0.2, noise: 1 },
};

/** How each model's videos look: the older, the softer and the noisier. */
export const lookOf = (model) => ({ fps: models[model].fps, ...looks[model] });
