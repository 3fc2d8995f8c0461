import { answer } from '../frame/server.mjs';
import { answerRead, submit } from '../frame/submission.mjs';
import { echoes } from './callbacks.mjs';
import { clipOf, v2Price } from './models.mjs';
import { checked, protocolOf, speaking } from './protocols.mjs';
import { admit } from './v1.mjs';
import { contentProblem, v2Shape } from './v2Contract.mjs';

const firstTask = 424010985738629n;
const keptDays = 7;
const linkLives = 24 * 3600_000;
const statuses = { waiting: 'queued', queued: 'queued' };
const filters = ['filter.status', 'filter.task_ids', 'filter.model', 'filter.task_type'];

const pictureRules = {
  url: true,
  dataUri: true,
  types: ['image/jpeg', 'image/png', 'image/webp'],
  mostBytes: 30 * 1024 * 1024,
  least: 256,
  most: 5760,
  ratio: [0.4, 2.5],
};

export const v2Routes = (house) => [
  ['POST', '/v2/video_generation', (request) => create(speaking(house, 'v2'), request)],
  ['DELETE', '/v2/video_generation/{id}', (request) => remove(speaking(house, 'v2'), request)],
  ['GET', '/v2/query/video_generation', (request) => list(speaking(house, 'v2'), request)],
  ['GET', '/v2/query/video_generation/{id}', (request) => query(speaking(house, 'v2'), request)],
];

async function create(house, request) {
  const body = await checked(request, () => v2Shape);
  const { refusal } = protocolOf(request);
  const wrong = contentProblem(body);
  if (wrong) {
    throw refusal(2013, `invalid params, ${wrong}`);
  }
  const { model, content, resolution, duration, callback_url: callback = null } = body;
  const pictures = content.filter(({ type }) => type === 'image_url').map(({ image_url: { url } }) => url);
  if (!pictures.length) {
    throw refusal(2013, 'invalid params, this sandbox films from pictures only');
  }
  if (callback && !(await echoes(callback))) {
    throw refusal(2013, 'invalid params, callback_url did not return the challenge');
  }
  const price = v2Price(resolution, duration, pictures.length);
  return submit(house, request, {
    prompt: content.find(({ type }) => type === 'text').text,
    pictures: pictures.map((source) => ({
      source,
      rules: pictureRules,
      refuse: ({ message }) => refusal(2013, `invalid params, image ${message}`),
    })),
    admit: () => admit(house, refusal, 'v2', price),
    draft: ([first]) => ({
      id: String(firstTask + BigInt(house.jobs.count) * 4096n),
      model,
      pool: 'v2',
      seconds: duration,
      resolution,
      price,
      picture: first.sha256,
      clip: clipOf(model, resolution, duration, first, true),
      more: { protocol: 'v2', callback, pictures: pictures.length },
    }),
    reply: (job) => ({ status: 200, body: { task_id: job.id } }),
  });
}

function query(house, request) {
  const job = there(house, request);
  answerRead(house, request, [job], 200, { task: taskOf(job, house) });
}

/** The newest first; what is older than a week is not told. */
function list(house, request) {
  const { searchParams } = request.url;
  const { refusal } = protocolOf(request);
  const unknown = [...searchParams.keys()].find((name) => !['page_num', 'page_size', ...filters].includes(name));
  const [page, size] = [whole(searchParams, 'page_num', 1), whole(searchParams, 'page_size', 20)];
  if (unknown || page === null || size === null || size > 500) {
    throw refusal(2013, `invalid params, ${unknown ?? 'page_num or page_size'}`);
  }
  const [status, ids, model, type] = filters.map((name) => searchParams.getAll(name));
  const found = house.jobs
    .all()
    .filter((job) => isThere(job, house))
    .map((job) => ({ job, task: taskOf(job, house) }))
    .filter(({ task }) =>
      [
        [status, task.status],
        [ids, task.id],
        [model, task.model],
        [type, task.task_type],
      ].every(matches),
    )
    .reverse();
  const shown = found.slice((page - 1) * size, page * size);
  const items = shown.map(({ task }) => task);
  answerRead(
    house,
    request,
    shown.map(({ job }) => job),
    200,
    { items, total: found.length },
  );
}

const matches = ([wanted, is]) => !wanted.length || wanted.includes(is);

function whole(searchParams, name, otherwise) {
  const given = searchParams.get(name);
  return given === null ? otherwise : /^[1-9]\d{0,5}$/.test(given) ? Number(given) : null;
}

/** Cancels what has not begun and deletes what is over; what runs can be neither. */
function remove(house, request) {
  const job = there(house, request);
  if (!['waiting', 'queued', 'succeeded', 'failed'].includes(job.state)) {
    throw protocolOf(request).refusal(2013, `invalid params, a ${job.state} task cannot be deleted`).asOurs;
  }
  const action = ['succeeded', 'failed'].includes(job.state) ? 'deleted' : 'cancelled';
  if (action === 'cancelled') {
    house.jobs.cancel(job);
  } else {
    house.jobs.note(job.id, { removed: true });
  }
  answer(request, 200, { task_id: job.id, action, status: action });
}

function there(house, request) {
  const job = house.jobs.get(request.parts.id);
  if (!job || !isThere(job, house)) {
    throw protocolOf(request).refusal(2013, 'invalid params, invalid task_id').asOurs;
  }
  return job;
}

const isThere = (job, { clock }) => job.more.protocol === 'v2' && !job.removed && clock.now() < job.createdAt + keptDays * 86_400_000;

/** A task as queries, lists and callbacks tell it: never its prompt. */
export function taskOf(job, house) {
  const odd = job.state === 'running' && job.faults.includes('odd-status');
  return {
    id: job.id,
    model: job.model,
    status: odd ? 'reviewing' : (statuses[job.state] ?? job.state),
    created_at: Math.floor(job.createdAt / 1000),
    updated_at: Math.floor((job.history.at(-1)?.[1] ?? job.createdAt) / 1000),
    ...(job.state === 'succeeded' ? { content: { url: house.link(job, house.clock.now() + linkLives) } } : {}),
    ...(job.state === 'failed' ? { error: { code: job.plan.fails.code, message: job.plan.fails.message } } : {}),
    resolution: job.resolution,
    duration: job.seconds,
    usage: job.state === 'succeeded' ? usageOf(job) : {},
    ratio: 'adaptive',
    task_type: 'generation',
    modality: 'video',
  };
}

const usageOf = ({ seconds, more }) => ({
  total_seconds: seconds,
  input_seconds: 0,
  output_seconds: seconds,
  input_image_count: more.pictures,
  total_tokens: seconds * 54_778,
  prompt_tokens: 2_700,
  completion_tokens: seconds * 54_778 - 2_700,
});
