import { answerRead } from '../frame/submission.mjs';
import { refusal } from './errors.mjs';
import { legacyShape, legacyProblem } from './legacyContract.mjs';
import { byLegacyName, unitsOf } from './models.mjs';
import { checked } from './newStandard.mjs';
import { createTask, envelope, isVisible, updatedAt, videoOf } from './tasks.mjs';

const path = '/v1/videos/image2video';
const resolutions = { std: '720p', pro: '1080p', '4k': '4k' };
const statuses = {
  waiting: 'submitted',
  queued: 'submitted',
  running: 'processing',
  succeeded: 'succeed',
  failed: 'failed',
  cancelled: 'failed',
};

export const legacyRoutes = (house) => [
  ['POST', path, (request) => create(house, request)],
  ['GET', path, (request) => list(house, request)],
  ['GET', `${path}/{id}`, (request) => query(house, request)],
];

async function create(house, request) {
  const body = await checked(request, legacyShape);
  // Left out it means kling-v1, which is gone.
  const name = body.model_name ?? 'kling-v1';
  if (!Object.hasOwn(byLegacyName, name)) {
    throw refusal(1203, `model ${name} is not supported`);
  }
  const model = byLegacyName[name];
  const wrong = legacyProblem(model, body);
  if (wrong) {
    throw refusal(1201, wrong);
  }
  return createTask(house, request, orderOf(model, body), (job) => created(job));
}

export const created = (job) => ({ ...head(job), task_status: 'submitted' });

function orderOf(model, body) {
  const shots = body.multi_prompt ?? [];
  return {
    standard: 'legacy',
    model,
    prompt: body.prompt ?? shots.map(({ prompt }) => prompt).join(' '),
    seconds: Number(body.duration ?? '5'),
    resolution: resolutions[body.mode ?? 'std'],
    sound: body.sound === 'on',
    cuts: body.multi_shot ?? false,
    pictures: [body.image, body.image_tail].filter(Boolean),
    external: body.external_task_id || null,
    callback: body.callback_url ?? null,
    watermark: body.watermark_info?.enabled ?? false,
  };
}

const query = (house, request) => tell(house, request, 'legacy');

/** One task of a standard whose tasks are told as legacy ones are. */
export function tell(house, request, standard) {
  const { id } = request.parts;
  const job = house.jobs.get(id) ?? house.jobs.byGeneration(id);
  if (job?.more.standard !== standard || !isVisible(job, house)) {
    throw refusal(1203, 'task not found').asOurs;
  }
  answerRead(house, request, [job], 200, envelope(legacyItem(job, house)));
}

function list(house, request) {
  const [page, size] = [number(request.url, 'pageNum', 1, 1000), number(request.url, 'pageSize', 30, 500)];
  const found = house.jobs
    .all()
    .filter((job) => job.more.standard === 'legacy' && isVisible(job, house))
    .reverse()
    .slice((page - 1) * size, page * size);
  answerRead(house, request, found, 200, envelope(found.map((job) => legacyItem(job, house))));
}

function number({ searchParams }, name, otherwise, most) {
  const given = searchParams.get(name);
  if (given === null) {
    return otherwise;
  }
  if (!/^\d{1,4}$/.test(given) || Number(given) < 1 || Number(given) > most) {
    throw refusal(1201, `${name} must be between 1 and ${most}`);
  }
  return Number(given);
}

/** A task as legacy queries tell it. */
export function legacyItem(job, house) {
  const odd = job.state === 'running' && job.faults.includes('odd-status');
  return {
    ...head(job),
    task_status: odd ? 'reviewing' : statuses[job.state],
    task_status_msg: job.state === 'failed' ? (job.plan.fails?.message ?? '') : '',
    ...(job.state === 'succeeded' ? { task_result: { videos: [videoOf(job, house)] } } : {}),
    ...(job.bill ? { final_unit_deduction: unitsOf(job.bill) } : {}),
  };
}

/** The same for a callback, where the watermarked copy is left out. */
export function legacyCallback(job, house) {
  const { task_result: result, ...item } = legacyItem(job, house);
  const videos = result?.videos.map(({ id, url, duration }) => ({ id, url, duration }));
  return { ...item, ...(videos ? { task_result: { videos } } : {}) };
}

const head = (job) => ({
  task_id: job.id,
  task_info: job.generation ? { external_task_id: job.generation } : {},
  created_at: Math.floor(job.createdAt),
  updated_at: updatedAt(job),
});
