import { comfyui } from './comfyui/comfyui.mjs';
import { fal } from './fal/fal.mjs';
import { google } from './google/google.mjs';
import { kling } from './kling/kling.mjs';
import { luma } from './luma/luma.mjs';
import { minimax } from './minimax/minimax.mjs';
import { runway } from './runway/runway.mjs';
import { seedance } from './seedance/seedance.mjs';
import { sora } from './sora/sora.mjs';
import { vertex } from './vertex/vertex.mjs';
import { wan } from './wan/wan.mjs';

/** Every provider there is, in the order the state tells them. */
export const providers = [comfyui, fal, google, kling, luma, minimax, runway, seedance, sora, vertex, wan];
