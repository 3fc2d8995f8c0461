import { inUnits, times } from '../frame/money.mjs';

const unit = '0.14';
const threeToFifteen = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/**
 * The models by their new name: what each takes, and dollars a second by resolution, silent and with sound. `legacy` is the
 * same model's name in a legacy body, `soundAt` the resolutions that can have sound, `always` one that cannot be silent.
 */
export const models = {
  'kling-3.0': {
    legacy: 'kling-v3',
    contents: ['prompt', 'first_frame', 'last_frame', 'element'],
    prompt: 3072,
    seconds: threeToFifteen,
    soundAt: ['720p', '1080p', '4k'],
    multiShot: true,
    lastFrameAt: ['720p', '1080p', '4k'],
    silent: { '720p': '0.084', '1080p': '0.112', '4k': '0.42' },
    native: { '720p': '0.126', '1080p': '0.168', '4k': '0.42' },
  },
  'kling-3.0-turbo': {
    contents: ['prompt', 'first_frame'],
    prompt: 2500,
    seconds: threeToFifteen,
    always: true,
    native: { '720p': '0.112', '1080p': '0.14' },
  },
  'kling-2.6': {
    legacy: 'kling-v2-6',
    contents: ['prompt', 'first_frame', 'last_frame', 'voice'],
    prompt: 2500,
    seconds: [5, 10],
    soundAt: ['1080p'],
    lastFrameAt: ['1080p'],
    lastFrameSilent: true,
    silent: { '720p': '0.042', '1080p': '0.07' },
    native: { '1080p': '0.14' },
  },
  'kling-2.5-turbo': {
    legacy: 'kling-v2-5-turbo',
    contents: ['prompt', 'first_frame', 'last_frame'],
    prompt: 2500,
    seconds: [5, 10],
    lastFrameAt: ['1080p'],
    silent: { '720p': '0.042', '1080p': '0.07' },
  },
  // On a path of its own, by its legacy name only.
  'kling-3.0-omni': {
    omni: 'kling-v3-omni',
    prompt: 2500,
    seconds: threeToFifteen,
    soundAt: ['720p', '1080p', '4k'],
    silent: { '720p': '0.084', '1080p': '0.112', '4k': '0.42' },
    native: { '720p': '0.112', '1080p': '0.14', '4k': '0.42' },
  },
};

export const byLegacyName = Object.fromEntries(
  Object.entries(models)
    .filter(([, { legacy }]) => legacy)
    .map(([name, { legacy }]) => [legacy, name]),
);

export const resolutionsOf = (model) => Object.keys(models[model].silent ?? models[model].native);

export function priceOf(model, resolution, seconds, sound) {
  const rates = sound ? models[model].native : models[model].silent;
  return { amount: times(rates[resolution], seconds), currency: 'USD' };
}

/** What a resource pack is charged: "3.0" video units for $0.42. */
export const unitsOf = (bill) => inUnits(bill.amount, unit);
