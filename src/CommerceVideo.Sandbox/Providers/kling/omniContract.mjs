import { choice, flag, list, must, object, text } from '../frame/shape.mjs';
import { models } from './models.mjs';

const mostPictures = 7;

/**
 * Omni by its page (series 3.0 specification, 2026-02-10): pictures in one list, frames told by their type. Storyboards and
 * videos are not played.
 */
export const omniShape = object({
  model_name: text(),
  prompt: must(text({ least: 1, most: models['kling-3.0-omni'].prompt })),
  image_list: list(object({ image_url: must(text({ least: 1 })), type: choice('first_frame', 'end_frame') }), {
    least: 1,
    most: mostPictures,
  }),
  element_list: list(object({ element_id: must(text()) })),
  mode: choice('std', 'pro', '4k'),
  aspect_ratio: choice('16:9', '9:16', '1:1'),
  duration: text({ pattern: /^\d{1,2}$/ }),
  sound: choice('on', 'off'),
  multi_shot: flag(),
  callback_url: text({ pattern: /^https?:\/\// }),
  external_task_id: text({ most: 128 }),
  watermark_info: object({ enabled: flag() }),
});

/** What one member alone does not show; null when all goes together. */
export function omniProblem({ prompt, image_list: pictures = [], duration = '5', ...body }) {
  const { element_list: elements, aspect_ratio: ratio, multi_shot: multi } = body;
  const count = (type) => pictures.filter((one) => one.type === type).length;
  const named = [...prompt.matchAll(/<<<image_(\d+)>>>/g)].map(([, number]) => Number(number));
  const problems = [
    [elements?.length, 'element does not exist'],
    [multi, 'this sandbox plays no storyboards of omni'],
    [!pictures.length, 'this sandbox films from pictures only'],
    [count('first_frame') > 1 || count('end_frame') > 1, 'image_list must have at most one first_frame and one end_frame'],
    [count('end_frame') && !count('first_frame'), 'end_frame needs a first_frame'],
    [count('first_frame') && ratio, 'aspect_ratio is not supported with a first_frame'],
    [!count('first_frame') && !ratio, 'aspect_ratio is required without a first_frame'],
    [named.some((number) => number < 1 || number > pictures.length), 'prompt names an image that is not in image_list'],
    [!models['kling-3.0-omni'].seconds.includes(Number(duration)), 'duration must be between 3 and 15'],
  ];
  return problems.find(([is]) => is)?.[1] ?? null;
}
