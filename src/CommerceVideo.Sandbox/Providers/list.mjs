import { kling } from './kling/kling.mjs';
import { minimax } from './minimax/minimax.mjs';
import { runway } from './runway/runway.mjs';

/** Every provider there is, in the order the state tells them. */
export const providers = [kling, minimax, runway];
