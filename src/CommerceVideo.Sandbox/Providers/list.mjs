import { google } from './google/google.mjs';
import { kling } from './kling/kling.mjs';
import { minimax } from './minimax/minimax.mjs';
import { runway } from './runway/runway.mjs';
import { vertex } from './vertex/vertex.mjs';

/** Every provider there is, in the order the state tells them. */
export const providers = [google, kling, minimax, runway, vertex];
