import { kling } from './kling/kling.mjs';
import { runway } from './runway/runway.mjs';
import { sora } from './sora/sora.mjs';

/** Every provider there is, in the order the state tells them. */
export const providers = [kling, runway, sora];
