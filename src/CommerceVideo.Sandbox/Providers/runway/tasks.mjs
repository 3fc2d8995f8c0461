import { send } from '../../Store/http/answers.mjs';
import { iso } from '../clock.mjs';
import { answerRead } from '../frame/submission.mjs';
import { isOver } from '../jobs/jobs.mjs';
import { notFound } from './errors.mjs';
import { creditsOf } from './models.mjs';

const linkLives = 24 * 3600_000;
const statuses = {
  waiting: 'THROTTLED',
  queued: 'PENDING',
  running: 'RUNNING',
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
};

/** `GET /v1/tasks/{id}`; each answer brings fresh links. */
export function task(house, request) {
  const job = there(house, request);
  answerRead(house, request, [job], 200, view(job, house));
}

/** `DELETE /v1/tasks/{id}`: ends what runs, forgets what is over; either way it can no longer be asked for. */
export function remove(house, request) {
  const job = there(house, request);
  house.jobs.cancel(job);
  house.jobs.note(job.id, { removed: true });
  send(request.res, 204, '');
}

function there(house, { parts: { id } }) {
  const job = house.jobs.get(id);
  if (!job || job.removed) {
    throw notFound();
  }
  return job;
}

function view(job, house) {
  const cost = isOver(job) ? { cost: { credits: creditsOf(job.bill) } } : { estimatedCost: { credits: creditsOf(job.price) } };
  return { id: job.id, createdAt: iso(job.createdAt), status: statusOf(job), ...cost, ...outcome(job, house) };
}

function statusOf({ state, faults }) {
  if (state === 'running' && faults.includes('odd-status')) {
    return 'REVIEWING';
  }
  return state === 'queued' && faults.includes('throttle') ? 'THROTTLED' : statuses[state];
}

function outcome(job, house) {
  switch (job.state) {
    case 'running':
      return { progress: progress(job, house.clock.now()) };
    case 'succeeded':
      return { output: [house.link(job, house.clock.now() + linkLives)] };
    case 'failed':
      return { failure: job.plan.fails.failure, ...(job.plan.fails.code ? { failureCode: job.plan.fails.code } : {}) };
    default:
      return {};
  }
}

/** Of one that never ends, half. */
function progress({ history, dueAt }, now) {
  const since = history.at(-1)[1];
  return dueAt === null ? 0.5 : Math.min(0.99, Math.max(0, Math.round(((now - since) / Math.max(1, dueAt - since)) * 100) / 100));
}
