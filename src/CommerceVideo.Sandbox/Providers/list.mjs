import { comfyui } from './comfyui/comfyui.mjs';
import { kling } from './kling/kling.mjs';
import { luma } from './luma/luma.mjs';
import { runway } from './runway/runway.mjs';

/** Every provider there is, in the order the state tells them. */
export const providers = [comfyui, kling, luma, runway];
