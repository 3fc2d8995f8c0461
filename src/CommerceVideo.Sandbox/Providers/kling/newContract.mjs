import { choice, flag, list, must, object, tagged, text, whole } from '../frame/shape.mjs';
import { models, resolutionsOf } from './models.mjs';
import { storyboardProblem } from './storyboard.mjs';

const frame = { url: must(text({ least: 1 })) };

const entries = (model) => ({
  prompt: { text: must(text({ least: 1, most: models[model].prompt })) },
  first_frame: frame,
  last_frame: frame,
  element: { element_id: must(text({ least: 1 })), id: must(text({ least: 1 })) },
  voice: { voice_id: must(text({ least: 1 })), id: text() },
});

export function taskShape(model) {
  const { contents, seconds, soundAt, multiShot } = models[model];
  return object({
    contents: must(list(tagged('type', pick(entries(model), contents)), { least: 1, most: 10 })),
    settings: object({
      resolution: choice(...resolutionsOf(model)),
      duration: choice(...seconds),
      ...(soundAt ? { audio: choice('native', 'off') } : {}),
      ...(multiShot ? { multi_shot: flag() } : {}),
    }),
    options: object({
      callback_url: text({ pattern: /^https?:\/\// }),
      external_task_id: text({ most: 128 }),
      watermark_info: object({ enabled: flag() }),
    }),
  });
}

/** Times are numbers here, milliseconds, although the page shows strings. */
export const listShape = object({
  start_time: whole({ least: 0 }),
  end_time: whole({ least: 0 }),
  cursor: text(),
  limit: whole({ least: 1, most: 500 }),
  filters: list(tagged('key', { status: { values: must(list(text())) }, product_type: { values: must(list(text())) } })),
});

/** What one member alone does not show; null when all goes together. */
export function orderProblem(model, { contents, settings = {} }) {
  const count = (type) => contents.filter((entry) => entry.type === type).length;
  if (count('prompt') !== 1) {
    return 'contents must have exactly one prompt';
  }
  if (count('first_frame') !== 1 || count('last_frame') > 1) {
    return 'contents must have exactly one first_frame and at most one last_frame';
  }
  if (count('element') + count('voice') > 0) {
    return 'element or voice does not exist';
  }
  return soundProblem(model, settings) ?? lastFrameProblem(model, settings, count('last_frame')) ?? promptProblem(contents, settings);
}

function soundProblem(model, { audio, resolution = '720p' }) {
  return audio === 'native' && !models[model].soundAt.includes(resolution) ? `audio is not supported at ${resolution}` : null;
}

function lastFrameProblem(model, { audio, resolution = '720p' }, frames) {
  const { lastFrameAt, lastFrameSilent } = models[model];
  if (!frames) {
    return null;
  }
  if (!lastFrameAt.includes(resolution)) {
    return `last_frame is not supported at ${resolution}`;
  }
  return lastFrameSilent && audio === 'native' ? 'last_frame is not supported with audio' : null;
}

function promptProblem(contents, { duration = 5 }) {
  return storyboardProblem(contents.find(({ type }) => type === 'prompt').text, duration);
}

const pick = (members, names) => Object.fromEntries(names.map((name) => [name, members[name]]));
