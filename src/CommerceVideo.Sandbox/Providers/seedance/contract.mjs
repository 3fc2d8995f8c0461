import { choice, flag, list, must, object, tagged, text, whole } from '../frame/shape.mjs';
import { models } from './models.mjs';

const hour = 3600;
const roles = ['first_frame', 'last_frame', 'reference_image'];

export function taskShape(model) {
  const [least, most] = models[model].seconds;
  return object({
    model: must(text()),
    content: must(
      list(
        tagged('type', {
          text: { text: must(text({ least: 1, most: 15000 })) },
          image_url: { image_url: must(object({ url: must(text({ least: 1 })) })), role: choice(...roles) },
        }),
        { least: 1, most: 32 },
      ),
    ),
    resolution: choice(...Object.keys(models[model].perMillion)),
    ratio: choice('adaptive'),
    duration: lengthBetween(least, most),
    generate_audio: flag(),
    watermark: flag(),
    return_last_frame: flag(),
    callback_url: text({ pattern: /^https?:\/\// }),
    execution_expires_after: whole({ least: hour, most: 72 * hour }),
    safety_identifier: text({ least: 1, most: 64 }),
  });
}

/** Whole seconds, or -1 for what the model thinks right. */
const lengthBetween = (least, most) => (value, path) => (value === -1 ? [] : whole({ least, most })(value, path));

/** What one member alone does not show; null when all goes together. */
export function orderProblem({ content }) {
  const count = (role) => content.filter((one) => one.type === 'image_url' && (one.role ?? 'first_frame') === role).length;
  if (content.filter(({ type }) => type === 'text').length > 1) {
    return 'must have at most one text';
  }
  if (count('first_frame') > 1 || count('last_frame') > 1 || count('reference_image') > 30) {
    return 'must have at most one first_frame, one last_frame and thirty reference_image';
  }
  if (count('last_frame') && !count('first_frame')) {
    return 'must have a first_frame beside a last_frame';
  }
  if (!content.some(({ type }) => type === 'image_url')) {
    return 'must have a picture: the sandbox makes no video from words alone';
  }
  return count('reference_image') && count('first_frame') ? 'must not mix frames and references' : null;
}
