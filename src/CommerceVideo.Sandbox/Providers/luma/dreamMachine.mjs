import { randomUUID } from 'node:crypto';
import { send } from '../../Store/http/answers.mjs';
import { iso } from '../clock.mjs';
import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { millionths } from '../frame/money.mjs';
import { check, choice, dotted, flag, list, must, object, tagged, text } from '../frame/shape.mjs';
import { answerRead, submit } from '../frame/submission.mjs';
import { invalid, noCreditsLegacy, notFound, tooMany, tooOften, unreadFrames } from './errors.mjs';
import { looks } from './looks.mjs';
import { dreamMachinePrice, frameOf } from './models.mjs';

const root = '/dream-machine/v1';
const minute = 60_000;
const linkLives = 3600_000;
const endless = 1_000_000;
const states = {
  waiting: 'queued',
  queued: 'queued',
  running: 'dreaming',
  succeeded: 'completed',
  failed: 'failed',
  cancelled: 'failed',
};

const frame = tagged('type', { image: { url: must(text({ pattern: /^https?:\/\// })) }, generation: { id: must(text({ least: 1 })) } });

const shape = object({
  model: must(choice('ray-2', 'ray-flash-2')),
  prompt: text({ least: 3, most: 5000 }),
  aspect_ratio: choice('1:1', '16:9', '9:16', '4:3', '3:4', '21:9', '9:21'),
  callback_url: text({ pattern: /^https?:\/\// }),
  concepts: list(object({ key: must(text({ least: 1 })) })),
  duration: choice('5s', '9s'),
  generation_type: choice('video'),
  keyframes: object({ frame0: frame, frame1: frame }),
  loop: flag(),
  resolution: choice('540p', '720p', '1080p', '4k'),
});

export const dreamMachineRoutes = (house) => [
  ['GET', `${root}/ping`, (request) => answerRead(house, request, [], 200, { message: 'pong' })],
  ['GET', `${root}/credits`, (request) => credits(house, request)],
  ['POST', `${root}/generations/video`, (request) => create(house, request)],
  // The older name of the same call.
  ['POST', `${root}/generations`, (request) => create(house, request)],
  ['GET', `${root}/generations`, (request) => page(house, request)],
  ['GET', `${root}/generations/{id}`, (request) => read(house, request)],
  ['DELETE', `${root}/generations/{id}`, (request) => remove(house, request)],
];

async function create(house, request) {
  const body = await checked(request);
  const order = orderOf(body);
  return submit(house, request, {
    prompt: order.prompt,
    pictures: order.frames.map((one) => picture(house, one)),
    admit: () => admit(house, order),
    draft: ([first]) => draft(order, first, body),
    reply: (job) => ({ status: 201, body: generation(job, house) }),
  });
}

async function checked({ req }) {
  let body;
  try {
    body = await readJson(req);
  } catch (problem) {
    throw problem instanceof BodyProblem ? invalid(problem.message) : problem;
  }
  const [issue] = check(shape, body);
  const wrong = issue ? `${dotted(issue.path)} ${issue.message}`.trim() : orderProblem(body);
  if (wrong) {
    throw invalid(wrong);
  }
  return body;
}

function orderProblem({ prompt, keyframes, loop }) {
  const { frame0, frame1 } = keyframes ?? {};
  const rules = [
    [!prompt && !frame0 && !frame1, 'Prompt is required'],
    [keyframes && !frame0 && !frame1, 'No keyframes provided'],
    [loop && frame0 && frame1, 'Loop is not supported for keyframes'],
    [loop && frame1, 'Loop is not supported for extend reverse'],
    [!frame0 && !frame1, 'this stand-in films pictures only: a keyframe is needed'],
  ];
  return rules.find(([broken]) => broken)?.[1] ?? null;
}

function orderOf({ model, prompt = '', aspect_ratio: ratio = '16:9', duration = '5s', resolution = '720p', keyframes, ...more }) {
  return {
    model,
    prompt,
    ratio,
    resolution,
    seconds: parseInt(duration, 10),
    callback: more.callback_url ?? null,
    frames: [keyframes.frame0, keyframes.frame1].filter(Boolean),
  };
}

/** Pictures are fetched when the work begins: one that cannot be had ends the generation and refuses nothing. */
function picture(house, { url, id }) {
  return {
    source: url ?? id,
    rules: { url: url !== undefined, types: ['image/jpeg', 'image/png', 'image/webp'], own: () => (id ? pathOf(house, id) : null) },
    refuse: unreadFrames,
  };
}

function pathOf(house, id) {
  const job = house.jobs.get(id);
  return job?.state === 'succeeded' ? house.pictures.path(job.picture) : null;
}

function admit(house, { model, ...order }) {
  const { perMinute } = house.options;
  const since = house.clock.now() - minute;
  const lately = house.jobs.all().filter((job) => job.more.api === 'dream-machine' && job.createdAt > since).length;
  if (perMinute !== null && lately >= perMinute) {
    throw tooOften().asOurs;
  }
  if (!house.jobs.slots.hasRoom(model)) {
    throw tooMany().asOurs;
  }
  if (!house.canPay(priceOf({ model, ...order }).amount)) {
    throw noCreditsLegacy().asOurs;
  }
}

const priceOf = ({ model, resolution, ratio, seconds }) => dreamMachinePrice({ model, seconds, ...frameOf(resolution, ratio) });

function draft(order, first, request) {
  const { model, resolution, ratio, seconds, callback } = order;
  return {
    id: randomUUID(),
    model,
    pool: model,
    seconds,
    resolution,
    price: priceOf(order),
    picture: first.sha256,
    clip: { look: looks[model], seconds, ...frameOf(resolution, ratio), sound: false, cuts: false },
    more: { api: 'dream-machine', callback, request: { generation_type: 'video', ...request } },
  };
}

function there(house, { parts: { id } }) {
  const job = house.jobs.get(id);
  if (job?.more.api !== 'dream-machine' || job.removed) {
    throw notFound();
  }
  return job;
}

function read(house, request) {
  const job = there(house, request);
  answerRead(house, request, [job], 200, generation(job, house));
}

/** Newest first. */
function page(house, request) {
  const [limit, offset] = ['limit', 'offset'].map((name) => Number(request.url.searchParams.get(name) ?? (name === 'limit' ? 10 : 0)));
  if (!Number.isInteger(limit) || limit < 1 || limit > 100 || !Number.isInteger(offset) || offset < 0) {
    throw invalid('limit must be 1 to 100, offset 0 or more');
  }
  const all = house.jobs
    .all()
    .filter((job) => job.more.api === 'dream-machine' && !job.removed)
    .reverse();
  const shown = all.slice(offset, offset + limit);
  const generations = shown.map((job) => generation(job, house));
  answerRead(house, request, [], 200, { generations, count: shown.length, limit, offset, has_more: offset + limit < all.length });
}

function remove(house, request) {
  house.jobs.note(there(house, request).id, { removed: true });
  send(request.res, 204, '');
}

/** In cents. */
function credits(house, request) {
  const { balance } = house.options;
  const left = balance === null ? endless : Number((millionths(balance) - millionths(house.bill().amount)) / 10_000n);
  answerRead(house, request, [], 200, { credit_balance: left });
}

/** A generation as reads and callbacks tell it. */
export function generation(job, house) {
  return {
    id: job.id,
    generation_type: 'video',
    state: job.state === 'running' && job.faults.includes('odd-status') ? 'reviewing' : states[job.state],
    failure_reason: job.state === 'failed' ? job.plan.fails.reason : null,
    created_at: iso(job.createdAt),
    assets: job.state === 'succeeded' ? { video: house.link(job, house.clock.now() + linkLives) } : null,
    model: job.model,
    request: job.more.request,
  };
}
