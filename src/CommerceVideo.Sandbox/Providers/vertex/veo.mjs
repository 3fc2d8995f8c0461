import { times } from '../frame/money.mjs';
import { choice, either, flag, list, must, object, text, whole } from '../frame/shape.mjs';

const short = { '720p': 720, '1080p': 1080, '4k': 2160 };

/** Dollars a second, with sound and without (list prices of 2026, see the app's register), and how each looks. */
export const models = {
  'veo-3.1-generate-001': {
    sound: { '720p': '0.40', '1080p': '0.40', '4k': '0.60' },
    silent: { '720p': '0.20', '1080p': '0.20', '4k': '0.40' },
    look: { fps: 24, move: 'push-in', cast: [1, 1, 1.01], contrast: 1.07, saturation: 1.02, softness: 0.1, noise: 2 },
  },
  'veo-3.1-fast-generate-001': {
    sound: { '720p': '0.15', '1080p': '0.15', '4k': '0.35' },
    silent: { '720p': '0.10', '1080p': '0.10', '4k': '0.30' },
    look: { fps: 24, move: 'pan-right', cast: [1, 1, 1.02], contrast: 1.08, saturation: 1.04, softness: 0.5, noise: 3 },
  },
};

export const priceOf = (model, resolution, seconds, sound) => ({
  amount: times(models[model][sound ? 'sound' : 'silent'][resolution], seconds),
  currency: 'USD',
});

export function frameOf(resolution, ratio) {
  const [side, long] = [short[resolution], (short[resolution] * 16) / 9];
  return ratio === '9:16' ? { width: side, height: long } : { width: long, height: side };
}

const bytes = { bytesBase64Encoded: must(text({ least: 1 })), mimeType: must(choice('image/jpeg', 'image/png')) };
const image = either(object(bytes), object({ gcsUri: must(text({ pattern: /^gs:\/\// })), mimeType: must(text()) }));

/** `predictLongRunning` of Veo 3.1. */
export const shape = object({
  instances: must(
    list(
      object({
        prompt: text({ least: 1, most: 8000 }),
        image,
        lastFrame: image,
        referenceImages: list(object({ image: must(image), referenceType: must(choice('asset', 'style')) }), { most: 3 }),
      }),
      { least: 1, most: 1 },
    ),
  ),
  parameters: object({
    aspectRatio: choice('16:9', '9:16'),
    durationSeconds: choice(4, 6, 8),
    resolution: choice(...Object.keys(short)),
    negativePrompt: text(),
    personGeneration: choice('allow_adult', 'dont_allow', 'allow_all'),
    generateAudio: flag(),
    sampleCount: whole({ least: 1, most: 4 }),
    seed: whole({ least: 0, most: 4294967295 }),
    storageUri: text({ pattern: /^gs:\/\// }),
    compressionQuality: choice('optimized', 'lossless'),
    resizeMode: choice('pad', 'crop'),
  }),
});

/** What one member alone does not show; null when all goes together. */
export function orderProblem({ prompt, image: first, lastFrame, referenceImages: references = [] }, parameters) {
  const { durationSeconds: seconds = 8, resolution = '720p', sampleCount = 1, storageUri } = parameters;
  const pictures = [first, lastFrame, ...references.map((one) => one.image)].filter(Boolean);
  const problems = [
    [!prompt && !first, 'Either prompt or image is required.'],
    [lastFrame && references.length, 'referenceImages cannot be used with lastFrame.'],
    [lastFrame && !first, 'lastFrame requires image.'],
    [references.length && first, 'referenceImages cannot be used with image.'],
    [(resolution !== '720p' || references.length) && seconds !== 8, `${resolution} or references need a duration of 8 seconds.`],
    [pictures.some(({ gcsUri }) => gcsUri) || storageUri, 'The service account cannot reach this bucket.'],
    [sampleCount !== 1, 'This sandbox makes one sample.'],
    [references.some(({ referenceType: type }) => type === 'style'), 'Style reference images are not supported by this model.'],
    [!pictures.length, 'This sandbox films from pictures only.'],
  ];
  return problems.find(([is]) => is)?.[1] ?? null;
}
