import { times } from '../frame/money.mjs';

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/**
 * The image-to-video models by their id: which of the three body protocols they speak, what they take, and dollars a second
 * (Singapore). `sound` is `switch` (on unless switched off) or `always`; `sides` the pixels a picture's side may have.
 */
export const models = {
  'wan2.1-i2v-turbo': {
    protocol: 'legacy',
    prompt: 800,
    seconds: [3, 4, 5],
    usualSize: '720P',
    sides: [360, 2000],
    fps: 30,
    perSecond: { '480P': '0.036', '720P': '0.036' },
  },
  'wan2.1-i2v-plus': {
    protocol: 'legacy',
    prompt: 800,
    seconds: [5],
    usualSize: '720P',
    sides: [360, 2000],
    fps: 30,
    perSecond: { '720P': '0.10' },
  },
  'wan2.6-i2v': {
    protocol: 'legacy',
    prompt: 1500,
    seconds: range(2, 15),
    usualSize: '1080P',
    sides: [240, 8000],
    sound: 'switch',
    fps: 30,
    perSecond: { '720P': '0.10', '1080P': '0.15' },
  },
  'wan2.7-i2v': {
    protocol: 'media',
    prompt: 5000,
    seconds: range(2, 15),
    usualSize: '1080P',
    sides: [240, 8000],
    sound: 'always',
    fps: 30,
    perSecond: { '720P': '0.10', '1080P': '0.15' },
  },
  'wan3.0-video': {
    protocol: 'layered',
    prompt: 20000,
    seconds: [-1, ...range(2, 30)],
    usualSize: '1080P',
    sides: [240, 8000],
    sound: 'switch',
    workspace: true,
    fps: 24,
    perSecond: { '480P': '0.05', '720P': '0.10', '1080P': '0.20' },
  },
  'wan3.0-video-prime': {
    protocol: 'layered',
    prompt: 20000,
    seconds: [-1, ...range(2, 30)],
    usualSize: '1080P',
    sides: [240, 8000],
    sound: 'switch',
    workspace: true,
    fps: 24,
    perSecond: { '480P': '0.068', '720P': '0.14', '1080P': '0.28' },
  },
};

export const pixels = { '480P': 854 * 480, '720P': 1280 * 720, '1080P': 1920 * 1080 };

export const priceOf = (model, size, seconds) => ({ amount: times(models[model].perSecond[size], seconds), currency: 'USD' });
