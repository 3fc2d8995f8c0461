import { sizeOf } from '../clips/film.mjs';
import { times } from '../frame/money.mjs';
import { choice, flag, must, number, object, text, whole } from '../frame/shape.mjs';
import { looks, pixels } from './looks.mjs';

const image = text({ least: 1 });
const seed = whole({ least: 0, most: 2147483647 });
const mebibytes = 1024 * 1024;
const perClip = { '720p': { 5: '0.20', 10: '0.40' }, '1080p': { 5: '0.45', 10: '0.90' } };
const perUnit = { '480p': '0.20', '720p': '0.40' };
const perSecond = { '720p': '0.10', '1080p': '0.15' };
const usualFrames = 81;

const photo = { types: ['image/jpeg', 'image/png', 'image/webp'], mostBytes: 20 * mebibytes };

/**
 * The apps by their endpoint: `shape` is the input of the vendor's own types, `order(body)` what it comes to:
 * `{seconds, resolution, amount, look, size(picture), sound, ending}`; `pictures` is what a picture may be.
 */
export const apps = {
  'fal-ai/pika/v2.2/image-to-video': {
    model: 'pika-v2.2',
    shape: object({
      image_url: must(image),
      prompt: must(text()),
      negative_prompt: text(),
      resolution: choice('720p', '1080p'),
      duration: choice('5', '10'),
      seed,
    }),
    pictures: photo,
    order: ({ resolution = '720p', duration = '5' }) => ({
      seconds: Number(duration),
      resolution,
      amount: perClip[resolution][duration],
      look: looks['pika-v2.2'],
      size: (picture) => sizeOf(pixels[resolution], picture),
    }),
  },
  'fal-ai/wan-i2v': {
    model: 'wan-2.1',
    shape: object({
      image_url: must(image),
      prompt: must(text()),
      negative_prompt: text(),
      num_frames: whole({ least: usualFrames, most: 100 }),
      frames_per_second: whole({ least: 5, most: 24 }),
      resolution: choice('480p', '720p'),
      aspect_ratio: choice('auto', '16:9', '9:16', '1:1'),
      num_inference_steps: whole({ least: 2, most: 40 }),
      guide_scale: number({ least: 1, most: 10 }),
      shift: number({ least: 1, most: 10 }),
      seed,
      enable_safety_checker: flag(),
      enable_prompt_expansion: flag(),
      acceleration: choice('none', 'regular'),
    }),
    pictures: photo,
    order: ({ resolution = '720p', num_frames: frames = usualFrames, frames_per_second: fps = 16, aspect_ratio: ratio = 'auto' }) => ({
      seconds: frames / fps,
      resolution,
      amount: frames > usualFrames ? times(perUnit[resolution], 1.25) : perUnit[resolution],
      look: { ...looks['wan-2.1'], fps },
      size: (picture) => sizeOf(pixels[resolution], ratio === 'auto' ? picture : named(ratio)),
    }),
  },
  'fal-ai/wan/v2.7/image-to-video': {
    model: 'wan-2.7',
    shape: object({
      image_url: must(image),
      end_image_url: image,
      prompt: text({ most: 5000 }),
      negative_prompt: text({ most: 500 }),
      resolution: choice('720p', '1080p'),
      duration: choice(...Array.from({ length: 14 }, (_, at) => String(at + 2))),
      enable_prompt_expansion: flag(),
      enable_safety_checker: flag(),
      seed,
    }),
    pictures: { ...photo, least: 240, most: 8000, ratio: [1 / 8, 8], alpha: false },
    order: ({ resolution = '1080p', duration = '5', end_image_url: ending }) => ({
      seconds: Number(duration),
      resolution,
      amount: times(perSecond[resolution], Number(duration)),
      look: looks['wan-2.7'],
      size: (picture) => sizeOf(pixels[resolution], picture),
      sound: true,
      ending,
    }),
  },
};

function named(ratio) {
  const [width, height] = ratio.split(':').map(Number);
  return { width, height };
}
