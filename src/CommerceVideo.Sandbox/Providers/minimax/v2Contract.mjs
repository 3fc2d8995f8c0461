import { choice, list, must, object, tagged, text } from '../frame/shape.mjs';
import { v2Model, v2Rates } from './models.mjs';

const roles = ['first_frame', 'last_frame', 'reference_image'];
const most = { first_frame: 1, last_frame: 1, reference_image: 9 };

/** Everything but `content`'s inner rules; videos and sounds as references are not modelled here. */
export const v2Shape = object({
  model: must(choice(v2Model)),
  content: must(
    list(
      tagged('type', {
        text: { text: must(text({ most: 7000 })) },
        image_url: { image_url: must(object({ url: must(text({ least: 1 })) })), role: choice(...roles) },
      }),
      { least: 1, most: 20 },
    ),
  ),
  resolution: must(choice(...Object.keys(v2Rates))),
  duration: must(choice(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)),
  ratio: choice('adaptive', '21:9', '16:9', '4:3', '1:1', '3:4', '9:16'),
  callback_url: text({ pattern: /^https?:\/\// }),
});

/** What one entry alone does not show; null when all goes together. */
export function contentProblem({ content, ratio = 'adaptive' }) {
  const texts = content.filter(({ type, text: words }) => type === 'text' && words.trim());
  const pictures = content.filter(({ type }) => type === 'image_url').map(({ role = 'first_frame' }) => role);
  const count = (role) => pictures.filter((one) => one === role).length;
  const problems = [
    [texts.length !== 1, 'content must include a non-empty text item (prompt is required)'],
    [roles.some((role) => count(role) > most[role]), 'too many images of one role'],
    [count('reference_image') && pictures.length > count('reference_image'), 'frames and references cannot be mixed'],
    [!pictures.length && ratio === 'adaptive', 'ratio must not be adaptive without an image'],
  ];
  return problems.find(([is]) => is)?.[1] ?? null;
}
