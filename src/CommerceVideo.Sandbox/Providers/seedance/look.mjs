import { fps } from './models.mjs';

/** How its videos look: crisp, with strong colours. */
export const look = {
  fps,
  move: 'rise',
  cast: [1, 1, 1.01],
  contrast: 1.09,
  saturation: 1.12,
  brightness: -0.01,
  softness: 0.2,
  noise: 1,
};
