import { randomUUID } from 'node:crypto';
import { sizeOf } from '../clips/film.mjs';
import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { check, dotted } from '../frame/shape.mjs';
import { submit } from '../frame/submission.mjs';
import { bodyShape, orderProblem } from './contract.mjs';
import { badParameter, refusal } from './errors.mjs';
import { lookOf } from './looks.mjs';
import { models, pixels, priceOf } from './models.mjs';

const mebibytes = 1024 * 1024;
const usualSeconds = 5;

/** `POST /api/v1/services/aigc/video-generation/video-synthesis`: three bodies, told apart by the model. */
export async function create(house, request) {
  if (request.req.headers['x-dashscope-async'] !== 'enable') {
    throw refusal('AccessDenied', 'current user api does not support synchronous calls.');
  }
  const order = orderOf(await checked(house, request));
  return submit(house, request, {
    prompt: order.prompt,
    pictures: order.pictures.map((source) => picture(order.model, source)),
    admit: () => admit(house, order),
    draft: ([first]) => draftOf(order, first),
    reply: (job) => ({ status: 200, body: { output: { task_status: 'PENDING', task_id: job.id }, request_id: randomUUID() } }),
  });
}

async function checked(house, { req }) {
  let body;
  try {
    body = await readJson(req);
  } catch (problem) {
    throw problem instanceof BodyProblem ? badParameter(problem.message) : problem;
  }
  const { model } = body ?? {};
  // Wan 3.0 is served on a workspace's own host only.
  if (!Object.hasOwn(models, model) || (models[model].workspace && !house.options.workspaceHost)) {
    throw typeof model === 'string' ? refusal('ModelNotFound') : badParameter('model is required');
  }
  const [issue] = check(bodyShape(model), body);
  const wrong = issue ? `${dotted(issue.path)} ${issue.message}` : orderProblem(body);
  if (wrong) {
    throw badParameter(wrong);
  }
  return body;
}

function orderOf({ model, input, parameters = {} }) {
  const { usualSize, sound, protocol } = models[model];
  const extended = parameters.prompt_extend ?? protocol !== 'layered';
  const seconds = parameters.duration ?? usualSeconds;
  return {
    model,
    prompt: input.prompt ?? '',
    pictures: input.media?.map(({ url }) => url) ?? [input.img_url],
    seconds: seconds === -1 ? usualSeconds : seconds,
    size: parameters.resolution ?? usualSize,
    ratio: parameters.ratio ?? 'adaptive',
    sound: sound === 'always' || (sound === 'switch' && (parameters.audio ?? true)),
    extended,
    cuts: extended && parameters.shot_type === 'multi',
  };
}

function picture(model, source) {
  const [least, most] = models[model].sides;
  return {
    source,
    rules: {
      url: true,
      dataUri: true,
      types: ['image/jpeg', 'image/png', 'image/webp'],
      mostBytes: (models[model].protocol === 'legacy' ? 10 : 20) * mebibytes,
      least,
      most,
      ratio: [1 / 8, 8],
      alpha: false,
    },
    refuse: ({ kind, message }) => (kind === 'fetch' ? refusal('InvalidURL') : badParameter(`The image ${message}`)),
  };
}

function admit(house, { model, size, seconds }) {
  if (!house.canPay(priceOf(model, size, seconds).amount)) {
    throw refusal('Arrearage').asOurs;
  }
}

function draftOf({ model, seconds, size, ratio, sound, cuts, extended }, first) {
  const [width, height] = ratio === 'adaptive' ? [first.width, first.height] : ratio.split(':').map(Number);
  return {
    id: randomUUID(),
    model,
    pool: model,
    seconds,
    resolution: size,
    price: priceOf(model, size, seconds),
    picture: first.sha256,
    clip: { look: lookOf(model), seconds, ...sizeOf(pixels[size], { width, height }), sound, cuts },
    more: { extended, ratio },
  };
}
