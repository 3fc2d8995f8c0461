import { decimal } from '../frame/money.mjs';
import { choice, either, flag, list, must, object, tagged, text } from '../frame/shape.mjs';

export const model = 'gemini-omni-1.1-flash';

export const look = { fps: 24, move: 'push-in', cast: [1.02, 1, 1.01], contrast: 1.05, saturation: 1.08, softness: 0.3, noise: 2 };

/** Video tokens a second (720p: the price page; the others in the ratio of the list prices), $17.50 a million. */
export const tokensASecond = { '360p': 1932, '720p': 5792, '1080p': 8688, '4k': 17376 };
const millionthsForTwoTokens = 35n;

export const priceOf = (tokens) => ({ amount: decimal((BigInt(tokens) * millionthsForTwoTokens) / 2n), currency: 'USD' });

const short = { '360p': 360, '720p': 720, '1080p': 1080, '4k': 2160 };

export function frameOf(resolution, ratio) {
  const [side, long] = [short[resolution], (short[resolution] * 16) / 9];
  return ratio === '9:16' ? { width: side, height: long } : { width: long, height: side };
}

/** By the Cloud page of the model; the Gemini API names no number. */
const mostPictures = 10;

const part = tagged('type', {
  text: { text: must(text({ least: 1 })) },
  image: { data: text({ least: 1 }), uri: text({ least: 1 }), mime_type: text({ pattern: /^image\/[a-z]+$/ }) },
});

const format = object({
  type: must(choice('video')),
  delivery: choice('inline', 'uri'),
  aspect_ratio: choice('16:9', '9:16'),
  resolution: choice(...Object.keys(tokensASecond)),
  duration: text({ pattern: /^\d{1,2}(\.\d+)?s$/ }),
});

/** What Omni takes of an interaction: no seed, no switch for its sound, no tools. */
export const shape = object({
  model: must(text()),
  input: must(either(text({ least: 1 }), list(part, { least: 1, most: 20 }))),
  response_format: must(either(format, list(format, { least: 1, most: 1 }))),
  background: flag(),
  store: flag(),
});

/** What one member alone does not show; null when all goes together. */
export function orderProblem({ background = false, store = true }, { prompt, pictures, seconds }) {
  const named = [...prompt.matchAll(/@Image(\d+)/g)].map(([, number]) => Number(number));
  const references = [...prompt.matchAll(/<IMAGE_REF_(\d+)>/g)].map(([, number]) => Number(number));
  const frames = ['<FIRST_FRAME>@', '<LAST_FRAME>@'].filter((tag) => prompt.includes(tag)).length;
  const problems = [
    [references.some((number) => number >= pictures.length - frames), 'The prompt names a reference that is not in the input.'],
    [pictures.length > mostPictures, `A prompt may have at most ${mostPictures} images.`],
    [!prompt.trim(), 'The input must have a text part.'],
    [background && !store, 'background requires store to be true.'],
    [seconds < 3 || seconds > 10, 'duration must be between 3s and 10s.'],
    [named.some((number) => number < 1 || number > pictures.length), 'The prompt names an image that is not in the input.'],
    [pictures.some(({ data, uri }) => (data === undefined) === (uri === undefined)), 'An image has exactly one of data and uri.'],
    [pictures.some(({ data, mime_type: type }) => data !== undefined && !type), 'An image with data needs its mime_type.'],
    [pictures.some(({ uri }) => uri !== undefined), 'The file does not exist in the Files API.'],
  ];
  return problems.find(([is]) => is)?.[1] ?? null;
}
