/** How each model's videos look, so that whoever evens them out has something to even out. */
export const looks = {
  'kling-3.0': {
    fps: 24,
    move: 'push-in',
    cast: [1.02, 1, 0.98],
    contrast: 1.04,
    saturation: 1.06,
    brightness: 0,
    softness: 0.4,
    noise: 2,
  },
  'kling-3.0-turbo': {
    fps: 24,
    move: 'pan-right',
    cast: [1.03, 1, 0.96],
    contrast: 1.06,
    saturation: 1.1,
    brightness: 0,
    softness: 0.7,
    noise: 3,
  },
  'kling-2.6': {
    fps: 24,
    move: 'push-in',
    cast: [1, 1, 1.03],
    contrast: 0.98,
    saturation: 1.02,
    brightness: 0.01,
    softness: 0.6,
    noise: 3,
  },
  'kling-2.5-turbo': {
    fps: 24,
    move: 'rise',
    cast: [0.98, 1, 1.03],
    contrast: 0.96,
    saturation: 0.98,
    brightness: 0.02,
    softness: 0.9,
    noise: 4,
  },
  'kling-3.0-omni': {
    fps: 24,
    move: 'push-in',
    cast: [1.01, 1, 0.99],
    contrast: 1.02,
    saturation: 1.05,
    brightness: 0,
    softness: 0.4,
    noise: 2,
  },
};

/** A clip asked for with 5 seconds has 5.1, as the vendor's own samples do. */
export const extraSeconds = 0.1;

export const pixels = { '720p': 1280 * 720, '1080p': 1920 * 1080, '4k': 3840 * 2160 };
