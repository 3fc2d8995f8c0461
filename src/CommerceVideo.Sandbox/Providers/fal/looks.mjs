/** How each app's videos look. */
export const looks = {
  'pika-v2.2': {
    fps: 24,
    move: 'push-in',
    cast: [1.04, 1, 0.97],
    contrast: 1.1,
    saturation: 1.16,
    brightness: 0.01,
    softness: 1.2,
    noise: 5,
  },
  'wan-2.1': {
    fps: 16,
    move: 'pan-right',
    cast: [0.98, 1.01, 1],
    contrast: 0.97,
    saturation: 0.92,
    brightness: 0.02,
    softness: 0.8,
    noise: 7,
  },
  'wan-2.7': {
    fps: 30,
    move: 'rise',
    cast: [1, 1.01, 1.01],
    contrast: 1.03,
    saturation: 1.04,
    brightness: 0,
    softness: 0.3,
    noise: 2,
  },
};

/** An app without 480p has no such row. */
export const pixels = { '480p': 832 * 480, '720p': 1280 * 720, '1080p': 1920 * 1080 };
