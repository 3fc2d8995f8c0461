import { answer } from '../frame/server.mjs';
import { answerRead } from '../frame/submission.mjs';
import { isOver } from '../jobs/jobs.mjs';
import { badParameter, refusal } from './errors.mjs';
import { fps } from './models.mjs';

const day = 24 * 3600_000;
const kept = 7 * day;
const statuses = {
  waiting: 'queued',
  queued: 'queued',
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
};
const filters = ['page_num', 'page_size', 'filter.status', 'filter.task_ids', 'filter.model'];

/** `GET /api/v3/contents/generations/tasks/{id}`. */
export function task(house, request) {
  const job = there(house, request.parts.id);
  answerRead(house, request, [job], 200, taskItem(job, house));
}

/** `GET /api/v3/contents/generations/tasks`: the last seven days, the newest first. */
export function list(house, request) {
  const { searchParams } = request.url;
  const unknown = [...searchParams.keys()].find((name) => !filters.includes(name));
  if (unknown) {
    throw badParameter(unknown, 'is not known');
  }
  const [page, size] = [whole(searchParams, 'page_num', 1), whole(searchParams, 'page_size', 10)];
  const wanted = ([name, value]) => !searchParams.has(name) || searchParams.getAll(name).includes(value);
  const found = house.jobs
    .all()
    .filter((job) => isKept(house, job))
    .map((job) => upToDate(house, job))
    .filter((job) =>
      [
        ['filter.status', status(job)],
        ['filter.task_ids', job.id],
        ['filter.model', job.model],
      ].every(wanted),
    )
    .reverse();
  const items = found.slice((page - 1) * size, page * size);
  answerRead(house, request, items, 200, { items: items.map((job) => taskItem(job, house)), total: found.length });
}

/** `DELETE …/{id}`: cancels what is queued, forgets what is over, leaves what runs. */
export function remove(house, request) {
  const job = there(house, request.parts.id);
  if (status(job) === 'running' || status(job) === 'cancelled') {
    throw refusal('InvalidAction.RunningTaskDeletion').asOurs;
  }
  if (isOver(job)) {
    house.jobs.note(job.id, { removed: true });
  } else {
    house.jobs.cancel(job);
  }
  answer(request, 200, {});
}

function there(house, id) {
  const job = house.jobs.get(id);
  if (!job || !isKept(house, job)) {
    throw refusal('NotFound').asOurs;
  }
  return upToDate(house, job);
}

const isKept = ({ clock }, job) => !job.removed && clock.now() < job.createdAt + kept;

/** What did not end in the time it was given is expired. */
function upToDate(house, job) {
  if (isOver(job) || house.clock.now() < job.createdAt + job.more.expiresAfter * 1000) {
    return job;
  }
  house.jobs.cancel(house.jobs.note(job.id, { expired: true }));
  return house.jobs.get(job.id);
}

function whole(searchParams, name, otherwise) {
  const given = searchParams.get(name);
  if (given === null) {
    return otherwise;
  }
  if (!/^\d{1,3}$/.test(given) || Number(given) < 1 || Number(given) > 500) {
    throw badParameter(name, 'must be between 1 and 500');
  }
  return Number(given);
}

function status(job) {
  if (job.expired) {
    return 'expired';
  }
  return job.state === 'running' && job.faults.includes('odd-status') ? 'reviewing' : statuses[job.state];
}

/** A task as queries, lists and callbacks tell it. */
export function taskItem(job, house) {
  return {
    id: job.id,
    model: job.model,
    status: status(job),
    error: job.state === 'failed' ? { code: job.plan.fails.code, message: job.plan.fails.message } : null,
    created_at: Math.floor(job.createdAt / 1000),
    updated_at: Math.floor((job.history.at(-1)?.[1] ?? job.createdAt) / 1000),
    ...(job.state === 'succeeded' ? result(job, house) : {}),
    resolution: job.resolution,
    ratio: job.more.ratio,
    duration: job.seconds,
    framespersecond: fps,
    generate_audio: job.more.sound,
    execution_expires_after: job.more.expiresAfter,
    ...(job.generation ? { safety_identifier: job.generation } : {}),
  };
}

const result = (job, house) => ({
  content: { video_url: house.link(job, job.finishedAt + day) },
  usage: { completion_tokens: job.more.tokens, total_tokens: job.more.tokens },
});
