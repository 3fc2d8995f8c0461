/** How each model's videos look. No sound, 24 frames a second, exactly as long as asked. */
export const looks = {
  'ray-3.2': {
    fps: 24,
    move: 'rise',
    cast: [1.04, 1, 0.97],
    contrast: 1.06,
    saturation: 1.04,
    brightness: 0.01,
    softness: 0.2,
    noise: 3,
  },
  'ray-2': {
    fps: 24,
    move: 'push-in',
    cast: [1.02, 1, 0.98],
    contrast: 1.01,
    saturation: 0.96,
    brightness: 0.015,
    softness: 0.8,
    noise: 5,
  },
  'ray-flash-2': {
    fps: 24,
    move: 'pan-right',
    cast: [1.02, 1, 0.98],
    contrast: 1,
    saturation: 0.94,
    brightness: 0.02,
    softness: 1.4,
    noise: 6,
  },
};
