/** How Wan 2.2 looks out of the box: soft, a little flat, no sound; the workflow says how many frames and how fast. */
export const look = {
  move: 'pan-right',
  cast: [0.98, 1.01, 1.01],
  contrast: 0.97,
  saturation: 0.92,
  brightness: 0.02,
  softness: 1.2,
  noise: 4,
};
