import { choice, flag, list, must, object, text, whole } from '../frame/shape.mjs';
import { models, resolutionsOf } from './models.mjs';

const prompt = text({ most: 2500 });

/** Length is a string here. What only the models of 2024 took is not a known field any more. */
export const legacyShape = object({
  model_name: text(),
  image: text({ least: 1 }),
  image_tail: text({ least: 1 }),
  prompt,
  negative_prompt: prompt,
  duration: text({ pattern: /^\d{1,2}$/ }),
  mode: choice('std', 'pro', '4k'),
  sound: choice('on', 'off'),
  multi_shot: flag(),
  shot_type: choice('customize', 'intelligence'),
  multi_prompt: list(
    object({
      index: must(whole({ least: 1, most: 6 })),
      prompt: must(text({ most: 512 })),
      duration: must(text({ pattern: /^\d{1,2}$/ })),
    }),
    {
      least: 1,
      most: 6,
    },
  ),
  element_list: list(object({ element_id: must(text()) }), { most: 3 }),
  voice_list: list(object({ voice_id: must(text()) }), { most: 2 }),
  callback_url: text({ pattern: /^https?:\/\// }),
  external_task_id: text({ most: 128 }),
  watermark_info: object({ enabled: flag() }),
});

const modes = { std: '720p', pro: '1080p', '4k': '4k' };

export function legacyProblem(model, body) {
  const { seconds, soundAt = [], lastFrameAt = [], lastFrameSilent } = models[model];
  const duration = Number(body.duration ?? '5');
  const resolution = modes[body.mode ?? 'std'];
  const problems = [
    [!body.image, 'image is required'],
    [!seconds.includes(duration), `duration must be one of ${seconds.join(', ')}`],
    [!resolutionsOf(model).includes(resolution), `mode ${body.mode} is not supported by this model`],
    [body.sound === 'on' && !soundAt.includes(resolution), 'sound is not supported in this mode'],
    [body.image_tail && !lastFrameAt.includes(resolution), 'image_tail is not supported in this mode'],
    [body.image_tail && lastFrameSilent && body.sound === 'on', 'image_tail is not supported with sound'],
    [body.element_list?.length || body.voice_list?.length, 'element or voice does not exist'],
    [body.multi_shot && !models[model].multiShot, 'multi_shot is not supported by this model'],
    [!body.prompt && body.shot_type !== 'customize', 'prompt is required'],
    [shotsProblem(body, duration), 'multi_prompt needs multi_shot and shot_type customize, and lengths that add up to duration'],
  ];
  return problems.find(([is]) => is)?.[1] ?? null;
}

function shotsProblem({ multi_shot: multi, shot_type: type, multi_prompt: shots }, duration) {
  if (!shots) {
    return Boolean(multi) && type === 'customize';
  }
  return !multi || type !== 'customize' || shots.reduce((sum, one) => sum + Number(one.duration), 0) !== duration;
}
