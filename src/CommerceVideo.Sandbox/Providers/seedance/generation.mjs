import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { check, dotted } from '../frame/shape.mjs';
import { submit } from '../frame/submission.mjs';
import { orderProblem, taskShape } from './contract.mjs';
import { badParameter, refusal } from './errors.mjs';
import { look } from './look.mjs';
import { frameOf, models, priceOf, shapeOf, tokensOf } from './models.mjs';

const mebibytes = 1024 * 1024;
const usualSeconds = 5;
const twoDays = 172_800;

const pictureRules = {
  url: true,
  dataUri: true,
  types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
  mostBytes: 30 * mebibytes,
  least: 300,
  most: 6000,
  ratio: [0.4, 2.5],
};

/** `POST /api/v3/contents/generations/tasks`. */
export async function create(house, request) {
  const order = orderOf(await checked(request));
  return submit(house, request, {
    prompt: order.prompt,
    generation: order.identifier,
    pictures: order.pictures.map(([source, path]) => ({
      source,
      rules: pictureRules,
      refuse: ({ message }) => badParameter(path, message),
    })),
    admit: () => admit(house),
    draft: ([first]) => draftOf(house, order, first),
    reply: (job) => ({ status: 200, body: { id: job.id } }),
  });
}

async function checked({ req }) {
  let body;
  try {
    body = await readJson(req);
  } catch (problem) {
    throw problem instanceof BodyProblem ? badParameter('body', problem.message) : problem;
  }
  const { model } = body ?? {};
  if (typeof model !== 'string') {
    throw refusal('MissingParameter', 'The required parameter `model` is missing.', 'model');
  }
  if (!Object.hasOwn(models, model)) {
    throw refusal('InvalidEndpointOrModel.NotFound');
  }
  const [issue] = check(taskShape(model), body);
  if (issue) {
    throw badParameter(dotted(issue.path), issue.message);
  }
  const wrong = orderProblem(body);
  if (wrong) {
    throw badParameter('content', wrong);
  }
  return body;
}

function orderOf({ model, content, ...body }) {
  const seconds = body.duration ?? usualSeconds;
  return {
    model,
    prompt: content.find(({ type }) => type === 'text')?.text ?? '',
    pictures: content.flatMap((one, at) => (one.type === 'image_url' ? [[one.image_url.url, `content[${at}].image_url`]] : [])),
    seconds: seconds === -1 ? usualSeconds : seconds,
    resolution: body.resolution ?? '720p',
    sound: body.generate_audio ?? true,
    callback: body.callback_url ?? null,
    expiresAfter: body.execution_expires_after ?? twoDays,
    identifier: body.safety_identifier ?? null,
  };
}

/** More tasks than may run are not refused, they wait; who has nothing left is. */
function admit(house) {
  if (!house.canPay('0.000001')) {
    throw refusal('AccountOverdueError').asOurs;
  }
}

function draftOf(house, { model, seconds, resolution, sound, callback, expiresAfter }, first) {
  const ratio = shapeOf(first);
  const frame = frameOf(resolution, ratio);
  const tokens = tokensOf(frame, seconds);
  return {
    id: idOf(house),
    model,
    pool: model,
    seconds,
    resolution,
    price: priceOf(model, resolution, tokens),
    picture: first.sha256,
    clip: { look, seconds, ...frame, sound, cuts: false, ...(models[model].tenBitAt.includes(resolution) ? { tenBit: true } : {}) },
    more: { callback, ratio, tokens, sound, expiresAfter },
  };
}

/** `cgt-20261122120000-00007`. */
function idOf({ clock, jobs }) {
  const stamp = new Date(clock.now()).toISOString().replace(/\D/g, '').slice(0, 14);
  return `cgt-${stamp}-${String(jobs.count + 1).padStart(5, '0')}`;
}
