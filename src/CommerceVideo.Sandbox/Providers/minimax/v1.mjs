import { answerRead, submit } from '../frame/submission.mjs';
import { answer } from '../frame/server.mjs';
import { choice, flag, must, object, text, whole } from '../frame/shape.mjs';
import { echoes } from './callbacks.mjs';
import { clipOf, v1Models, v1Price } from './models.mjs';
import { checked, protocolOf, speaking } from './protocols.mjs';

const firstTask = 106916112212032n;
const firstFile = 205258526306433n;
const linkLives = 3600_000;
const good = { status_code: 0, status_msg: 'success' };
const statuses = {
  waiting: 'Queueing',
  queued: 'Preparing',
  running: 'Processing',
  succeeded: 'Success',
  failed: 'Fail',
  cancelled: 'Fail',
};
const told = { running: 'processing', succeeded: 'success', failed: 'failed' };

const pictureRules = {
  url: true,
  dataUri: true,
  types: ['image/jpeg', 'image/png', 'image/webp'],
  mostBytes: 20 * 1024 * 1024,
  least: 301,
  ratio: [0.4, 2.5],
};

export const v1Routes = (house) => [
  ['POST', '/v1/video_generation', (request) => create(speaking(house, 'v1'), request)],
  ['GET', '/v1/query/video_generation', (request) => query(speaking(house, 'v1'), request)],
  ['GET', '/v1/files/retrieve', (request) => retrieve(speaking(house, 'v1'), request)],
];

const shapeFor = (body) => {
  const model = v1Models[body?.model];
  return object({
    model: must(choice(...Object.keys(v1Models))),
    prompt: text({ most: 2000 }),
    first_frame_image: must(text({ least: 1 })),
    ...(model?.lastFrame ? { last_frame_image: text({ least: 1 }) } : {}),
    duration: whole(),
    resolution: choice(...Object.keys(model?.clips ?? { '768P': null })),
    prompt_optimizer: flag(),
    fast_pretreatment: flag(),
    callback_url: text({ pattern: /^https?:\/\// }),
  });
};

async function create(house, request) {
  const body = await checked(request, shapeFor);
  const { refusal } = protocolOf(request);
  const { model, prompt = '', duration = 6, resolution = '768P', callback_url: callback = null } = body;
  if (!v1Models[model].clips[resolution][duration]) {
    throw refusal(2013, `invalid params, ${resolution} does not support a duration of ${duration}`);
  }
  if (callback && !(await echoes(callback))) {
    throw refusal(2013, 'invalid params, callback_url did not return the challenge');
  }
  const price = v1Price(model, resolution, duration);
  return submit(house, request, {
    prompt,
    pictures: [body.first_frame_image, body.last_frame_image].filter(Boolean).map((source) => ({
      source,
      rules: pictureRules,
      refuse: ({ message }) => refusal(2013, `invalid params, image ${message}`),
    })),
    admit: () => admit(house, refusal, model, price),
    draft: ([first]) => ({
      id: String(firstTask + BigInt(house.jobs.count) * 4096n),
      model,
      pool: 'v1',
      seconds: duration,
      resolution,
      price,
      picture: first.sha256,
      clip: clipOf(model, resolution, duration, first, false),
      more: { protocol: 'v1', callback, file: String(firstFile + BigInt(house.jobs.count) * 4096n) },
    }),
    reply: (job) => ({ status: 200, body: { task_id: job.id, base_resp: good } }),
  });
}

export function admit(house, refusal, pool, { amount }) {
  if (!house.jobs.slots.hasRoom(pool)) {
    throw refusal(1041).asOurs;
  }
  if (!house.canPay(amount)) {
    throw refusal(1008).asOurs;
  }
}

function query(house, request) {
  const job = house.jobs.get(request.url.searchParams.get('task_id') ?? '');
  if (job?.more.protocol !== 'v1') {
    throw protocolOf(request).refusal(2013, 'invalid params, invalid task_id').asOurs;
  }
  answerRead(house, request, [job], 200, view(job));
}

function view(job) {
  const odd = job.state === 'running' && job.faults.includes('odd-status');
  const { width, height } = job.clip;
  return {
    task_id: job.id,
    status: odd ? 'Reviewing' : statuses[job.state],
    ...(job.state === 'succeeded' ? { file_id: job.more.file, video_width: Math.round(width), video_height: Math.round(height) } : {}),
    base_resp: job.state === 'failed' ? { status_code: Number(job.plan.fails.code), status_msg: job.plan.fails.message } : good,
  };
}

/** The callback's words are the query's in lower case, and fewer. */
export const v1Callback = (job) => {
  const { task_id, file_id, base_resp } = view(job);
  return { task_id, status: told[job.state], ...(file_id ? { file_id } : {}), base_resp };
};

function retrieve(house, request) {
  const file = request.url.searchParams.get('file_id');
  const job = house.jobs.all().find(({ more, state }) => more.file === file && state === 'succeeded');
  if (!job) {
    throw protocolOf(request).refusal(2013, 'invalid params, file not found').asOurs;
  }
  const link = house.link(job, house.clock.now() + linkLives);
  const created = Math.floor(job.finishedAt / 1000);
  answer(request, 200, {
    file: { file_id: file, bytes: 0, created_at: created, filename: 'output_aigc.mp4', purpose: 'video_generation', download_url: link },
    base_resp: good,
  });
}
