import { refusal } from './errors.mjs';
import { created, tell } from './legacy.mjs';
import { models } from './models.mjs';
import { checked } from './newStandard.mjs';
import { omniProblem, omniShape } from './omniContract.mjs';
import { createTask } from './tasks.mjs';

const path = '/v1/videos/omni-video';
const model = 'kling-3.0-omni';
const resolutions = { std: '720p', pro: '1080p', '4k': '4k' };

export const omniRoutes = (house) => [
  ['POST', path, (request) => create(house, request)],
  ['GET', `${path}/{id}`, (request) => tell(house, request, 'omni')],
];

async function create(house, request) {
  const body = await checked(request, omniShape);
  // Left out it means kling-video-o1, which is not played.
  const name = body.model_name ?? 'kling-video-o1';
  if (name !== models[model].omni) {
    throw refusal(1203, `model ${name} is not supported`);
  }
  const wrong = omniProblem(body);
  if (wrong) {
    throw refusal(1201, wrong);
  }
  return createTask(house, request, orderOf(body), created);
}

function orderOf({ image_list: pictures, ...body }) {
  const frames = ['first_frame', 'end_frame'].flatMap((type) => pictures.filter((one) => one.type === type));
  const references = pictures.filter(({ type }) => !type);
  return {
    standard: 'omni',
    model,
    prompt: body.prompt,
    seconds: Number(body.duration ?? '5'),
    resolution: resolutions[body.mode ?? 'pro'],
    sound: body.sound === 'on',
    cuts: false,
    pictures: [...frames, ...references].map(({ image_url: url }) => url),
    ratio: shapeOf(body.aspect_ratio),
    external: body.external_task_id || null,
    callback: body.callback_url ?? null,
    watermark: body.watermark_info?.enabled ?? false,
  };
}

function shapeOf(ratio) {
  if (!ratio) {
    return null;
  }
  const [width, height] = ratio.split(':').map(Number);
  return { width, height };
}
