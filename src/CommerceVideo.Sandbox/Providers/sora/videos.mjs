import { answerRead } from '../frame/submission.mjs';
import { sendClip } from '../frame/links.mjs';
import { answer } from '../frame/server.mjs';
import { isOver } from '../jobs/jobs.mjs';
import { badRequest, notFound } from './errors.mjs';

const kept = 24 * 3600_000;
const usualPage = 20;
const largestPage = 100;
const statuses = {
  waiting: 'queued',
  queued: 'queued',
  running: 'in_progress',
  succeeded: 'completed',
  failed: 'failed',
  cancelled: 'failed',
};
const seconds = (milliseconds) => Math.floor(milliseconds / 1000);

/** `GET /v1/videos/{id}`. */
export function video(house, request) {
  const job = there(house, request);
  answerRead(house, request, [job], 200, view(job, house));
}

/** `GET /v1/videos`: the project's own, newest first unless asked otherwise. */
export function list(house, request) {
  const { searchParams } = request.url;
  const [after, limit, order] = ['after', 'limit', 'order'].map((name) => searchParams.get(name));
  const wrong = [...searchParams.keys()].find((name) => !['after', 'limit', 'order'].includes(name));
  const most = limit === null ? usualPage : Number(limit);
  if (wrong || !Number.isInteger(most) || most < 0 || most > largestPage || ![null, 'asc', 'desc'].includes(order)) {
    throw badRequest('The list takes after, limit (0 to 100) and order (asc or desc).', wrong ?? null);
  }
  const all = house.jobs.all().filter(({ removed }) => !removed);
  const jobs = order === 'asc' ? all : all.reverse();
  const start = after === null ? 0 : jobs.findIndex(({ id }) => id === after) + 1;
  if (after !== null && start === 0) {
    throw notFound(after);
  }
  const page = jobs.slice(start, start + most);
  answerRead(house, request, page, 200, {
    object: 'list',
    data: page.map((job) => view(job, house)),
    first_id: page[0]?.id ?? null,
    last_id: page.at(-1)?.id ?? null,
    has_more: jobs.length > start + most,
  });
}

/** `DELETE /v1/videos/{id}`, of one that is over. */
export function remove(house, request) {
  const job = there(house, request);
  if (!isOver(job)) {
    throw badRequest('The video is still being made.');
  }
  house.jobs.note(job.id, { removed: true });
  answer(request, 200, { id: job.id, object: 'video.deleted', deleted: true });
}

/** `GET /v1/videos/{id}/content`: on the API's own origin, with its key. */
export async function content(house, request) {
  const job = there(house, request);
  const variant = request.url.searchParams.get('variant') ?? 'video';
  if (variant !== 'video') {
    throw badRequest(`The variant '${variant}' is not played here.`, 'variant');
  }
  if (job.state !== 'succeeded' || house.clock.now() >= job.finishedAt + kept || house.faults.strikes('expired-url', job)) {
    throw notFound(job.id);
  }
  return sendClip(request, house, job);
}

function there(house, { parts: { id } }) {
  const job = house.jobs.get(id);
  if (!job || job.removed) {
    throw notFound(id);
  }
  return job;
}

export function view(job, house) {
  const done = job.state === 'succeeded';
  return {
    id: job.id,
    object: 'video',
    model: job.model,
    status: job.state === 'running' && job.faults.includes('odd-status') ? 'reviewing' : statuses[job.state],
    progress: progress(job, house.clock.now()),
    created_at: seconds(job.createdAt),
    completed_at: done ? seconds(job.finishedAt) : null,
    expires_at: done ? seconds(job.finishedAt + kept) : null,
    prompt: job.prompt,
    size: job.resolution,
    seconds: String(job.seconds),
    remixed_from_video_id: null,
    error: job.state === 'failed' ? { code: job.plan.fails.code, message: job.plan.fails.message } : null,
  };
}

/** Of one that never ends, half. */
function progress({ state, history, dueAt }, now) {
  if (state !== 'running') {
    return state === 'succeeded' ? 100 : 0;
  }
  const since = history.at(-1)[1];
  return dueAt === null ? 50 : Math.min(99, Math.max(0, Math.floor(((now - since) / Math.max(1, dueAt - since)) * 100)));
}
