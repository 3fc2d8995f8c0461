import { choice, flag, list, must, object, tagged, text, whole } from '../frame/shape.mjs';
import { models } from './models.mjs';

const ratios = ['adaptive', '21:9', '16:9', '4:3', '1:1', '3:4', '9:16'];
const entry = { url: must(text({ least: 1 })) };
const seed = (least) => whole({ least, most: 2147483647 });

const shapes = {
  /** One picture by its own member, what must not be seen in a field. */
  legacy: ({ prompt, sound }) => ({
    input: { prompt: text({ most: prompt }), negative_prompt: text({ most: 500 }), img_url: must(text({ least: 1 })) },
    parameters: {
      prompt_extend: flag(),
      watermark: flag(),
      seed: seed(0),
      ...(sound ? { audio: flag(), shot_type: choice('single', 'multi') } : {}),
    },
  }),

  /** Frames in a list, no switch for the sound; a longer negative prompt is cut without a word. */
  media: ({ prompt }) => ({
    input: {
      prompt: text({ most: prompt }),
      negative_prompt: text(),
      media: must(list(tagged('type', { first_frame: entry, last_frame: entry }), { least: 1, most: 2 })),
    },
    parameters: { prompt_extend: flag(), watermark: flag(), seed: seed(0) },
  }),

  /** Frames or references, a ratio, no field for what must not be seen. */
  layered: ({ prompt }) => ({
    input: {
      prompt: must(text({ least: 1, most: prompt })),
      media: must(list(tagged('type', { first_frame: entry, last_frame: entry, reference_image: entry }), { least: 1, most: 12 })),
    },
    parameters: { ratio: choice(...ratios), audio: flag(), prompt_extend: flag(), seed: seed(-1) },
  }),
};

export function bodyShape(model) {
  const it = models[model];
  const { input, parameters } = shapes[it.protocol](it);
  return object({
    model: must(text()),
    input: must(object(input)),
    parameters: object({ resolution: choice(...Object.keys(it.perSecond)), duration: choice(...it.seconds), ...parameters }),
  });
}

/** What one member alone does not show; null when all goes together. */
export function orderProblem({ input: { media } }) {
  if (!media) {
    return null;
  }
  const count = (type) => media.filter((one) => one.type === type).length;
  if (count('first_frame') > 1 || count('last_frame') > 1 || count('reference_image') > 10) {
    return 'media must have at most one first_frame, one last_frame and ten reference_image';
  }
  if (count('reference_image') && count('reference_image') < media.length) {
    return 'media must not mix frames and references';
  }
  return count('last_frame') && !count('first_frame') ? 'media must have a first_frame' : null;
}
