import { randomUUID } from 'node:crypto';
import { iso } from '../clock.mjs';
import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { check, choice, dotted, flag, list, must, object, text, whole } from '../frame/shape.mjs';
import { answerRead, submit } from '../frame/submission.mjs';
import { invalid, noCredits, notFound, tooLarge, tooMany, unreadable } from './errors.mjs';
import { looks } from './looks.mjs';
import { agentsPrice, frameOf } from './models.mjs';

const mostBody = 50 * 1024 * 1024;
const linkLives = 3600_000;
const framesPerSecond = 24;
const states = {
  waiting: 'queued',
  queued: 'queued',
  running: 'processing',
  succeeded: 'completed',
  failed: 'failed',
  cancelled: 'failed',
};
const types = ['image/jpeg', 'image/png', 'image/webp'];

const anchorMembers = object({
  url: text({ pattern: /^https?:\/\// }),
  data: text({ least: 1 }),
  media_type: choice(...types),
  file_id: text({ least: 1 }),
  generation_id: text({ least: 1 }),
});

/** Exactly one source, and `media_type` with `data` and only with it. */
function anchor(value, path) {
  const issues = anchorMembers(value, path);
  if (issues.length) {
    return issues;
  }
  const sources = ['url', 'data', 'file_id', 'generation_id'].filter((name) => value[name] !== undefined);
  if (sources.length !== 1) {
    return [{ path, message: 'needs exactly one of url, data, file_id and generation_id' }];
  }
  return (value.data === undefined) === (value.media_type === undefined) ? [] : [{ path, message: 'needs media_type with data' }];
}

const shape = object({
  model: must(choice('ray-3.2')),
  type: must(choice('video')),
  prompt: must(text({ least: 1, most: 6000 })),
  aspect_ratio: choice('9:16', '3:4', '1:1', '4:3', '16:9', '21:9'),
  video: object({
    resolution: choice('360p', '540p', '720p', '1080p'),
    duration: choice('5s', '10s'),
    start_frame: anchor,
    end_frame: anchor,
    keyframes: list(anchor, { least: 1, most: 64 }),
    keyframe_indexes: list(whole({ least: 0 })),
    loop: flag(),
    hdr: flag(),
    exr_export: flag(),
  }),
});

export const agentsRoutes = (house) => [
  ['POST', '/v1/generations', (request) => create(house, request)],
  ['GET', '/v1/generations/{id}', (request) => read(house, request)],
];

async function create(house, request) {
  const body = await checked(request);
  const order = orderOf(body);
  return submit(house, request, {
    prompt: body.prompt,
    pictures: order.anchors.map((one) => picture(house, one)),
    admit: () => admit(house, order),
    draft: (kept) => draft(order, kept),
    reply: (job) => ({ status: 201, body: view(job, house) }),
  });
}

async function checked({ req }) {
  let body;
  try {
    body = await readJson(req, mostBody);
  } catch (problem) {
    if (problem instanceof BodyProblem) {
      throw problem.kind === 'size' ? tooLarge() : invalid(problem.message);
    }
    throw problem;
  }
  const [issue] = check(shape, body);
  const wrong = issue ? `${dotted(issue.path)} ${issue.message}`.trim() : videoProblem(body.video ?? {});
  if (wrong) {
    throw invalid(wrong);
  }
  return body;
}

/** What may not stand together (docs.agents.lumalabs.ai/guides/videos/generation). */
function videoProblem({ resolution = '720p', duration = '5s', keyframes, keyframe_indexes: indexes, loop, hdr, ...more }) {
  const { start_frame: start, end_frame: end, exr_export: exr } = more;
  const last = parseInt(duration, 10) * framesPerSecond;
  const rules = [
    [duration === '10s' && (start || end), 'start_frame and end_frame are not supported with 10s, use keyframes'],
    [duration === '10s' && (loop || hdr), 'loop and hdr are not supported with 10s'],
    [keyframes && (start || end || loop), 'keyframes cannot be combined with start_frame, end_frame or loop'],
    [loop && (hdr || end), 'loop cannot be combined with hdr or end_frame'],
    [hdr && !['720p', '1080p'].includes(resolution), 'hdr needs 720p or 1080p'],
    [exr && !hdr, 'exr_export needs hdr'],
    [!keyframes !== !indexes || keyframes?.length !== indexes?.length, 'keyframe_indexes must be parallel to keyframes'],
    [indexes?.some((index, at) => index > last || index <= (indexes[at - 1] ?? -1)), `keyframe_indexes must rise within 0 and ${last}`],
    [!start && !end && !keyframes, 'this stand-in films pictures only: an anchor is needed'],
  ];
  return rules.find(([broken]) => broken)?.[1] ?? null;
}

function orderOf({ model, prompt, aspect_ratio: ratio, video = {} }) {
  return {
    model,
    prompt,
    ratio: ratio ?? null,
    resolution: video.resolution ?? '720p',
    seconds: parseInt(video.duration ?? '5s', 10),
    hdr: video.hdr ?? false,
    exr: video.exr_export ?? false,
    anchors: video.keyframes ?? [video.start_frame, video.end_frame].filter(Boolean),
  };
}

function picture(house, { url, data, generation_id: generation, file_id: file }) {
  return {
    source: url ?? data ?? generation ?? file,
    rules: {
      url: url !== undefined,
      base64: data !== undefined,
      types,
      own: () => (generation ? pathOf(house, generation) : null),
    },
    refuse: ({ message }) => unreadable(message),
  };
}

function pathOf(house, id) {
  const job = house.jobs.get(id);
  return job?.state === 'succeeded' ? house.pictures.path(job.picture) : null;
}

function admit(house, order) {
  if (!house.jobs.slots.hasRoom(order.model)) {
    throw tooMany().asOurs;
  }
  if (!house.canPay(agentsPrice(order).amount)) {
    throw noCredits().asOurs;
  }
}

function draft(order, kept) {
  const { model, resolution, seconds, ratio, anchors } = order;
  const wrong = anchors.findIndex(({ media_type: type }, at) => type && type !== kept[at].mime);
  if (wrong >= 0) {
    throw unreadable(`is ${kept[wrong].mime}, not ${anchors[wrong].media_type}`);
  }
  return {
    id: randomUUID(),
    model,
    pool: model,
    seconds,
    resolution,
    price: agentsPrice(order),
    picture: kept[0].sha256,
    clip: { look: looks[model], seconds, ...frameOf(resolution, ratio, kept[0]), sound: false, cuts: false },
    more: { api: 'agents' },
  };
}

function read(house, request) {
  const job = house.jobs.get(request.parts.id);
  if (job?.more.api !== 'agents') {
    throw notFound();
  }
  answerRead(house, request, [job], 200, view(job, house));
}

/** Links live an hour; each read brings a fresh one. */
function view(job, house) {
  const fails = job.state === 'failed' ? job.plan.fails : null;
  return {
    id: job.id,
    type: 'video',
    state: job.state === 'running' && job.faults.includes('odd-status') ? 'reviewing' : states[job.state],
    model: job.model,
    created_at: iso(job.createdAt),
    output: job.state === 'succeeded' ? [{ type: 'video', url: house.link(job, house.clock.now() + linkLives) }] : [],
    failure_reason: fails?.reason ?? null,
    failure_code: fails?.code ?? null,
  };
}
