/** How each model's videos look. No sound, 24 frames a second, exactly as long as asked. */
export const looks = {
  'gen4.5': {
    fps: 24,
    move: 'push-in',
    cast: [0.99, 1, 1.02],
    contrast: 1.08,
    saturation: 0.94,
    brightness: -0.01,
    softness: 0.3,
    noise: 4,
  },
  gen4_turbo: {
    fps: 24,
    move: 'pan-right',
    cast: [0.97, 1, 1.04],
    contrast: 1.02,
    saturation: 0.9,
    brightness: 0.01,
    softness: 1,
    noise: 6,
  },
};
