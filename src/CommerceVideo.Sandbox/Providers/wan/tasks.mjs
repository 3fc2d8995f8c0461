import { randomUUID } from 'node:crypto';
import { answer } from '../frame/server.mjs';
import { answerRead } from '../frame/submission.mjs';
import { refusal } from './errors.mjs';
import { models } from './models.mjs';

const day = 24 * 3600_000;
const statuses = {
  waiting: 'PENDING',
  queued: 'PENDING',
  running: 'RUNNING',
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  cancelled: 'CANCELED',
};

/** `GET /api/v1/tasks/{id}`: what is not known, or older than a day, is a task of status UNKNOWN. */
export function task(house, request) {
  const { id } = request.parts;
  const job = there(house, id);
  const told = job ? { output: outputOf(job, house), ...usage(job) } : { output: { task_id: id, task_status: 'UNKNOWN' } };
  answerRead(house, request, job ? [job] : [], 200, { request_id: randomUUID(), ...told });
}

/** `POST /api/v1/tasks/{id}/cancel`: only what has not begun. */
export function cancel(house, request) {
  const job = there(house, request.parts.id);
  if (!job || statuses[job.state] !== 'PENDING') {
    throw refusal('UnsupportedOperation').asOurs;
  }
  house.jobs.cancel(job);
  answer(request, 200, { request_id: randomUUID() });
}

function there({ jobs, clock }, id) {
  const job = jobs.get(id);
  return job && clock.now() < job.createdAt + day ? job : null;
}

function outputOf(job, house) {
  const odd = job.state === 'running' && job.faults.includes('odd-status');
  const entered = (state) => job.history.find(([one]) => one === state)?.[1];
  return {
    task_id: job.id,
    task_status: odd ? 'SUSPENDED' : statuses[job.state],
    submit_time: written(job.createdAt),
    ...(entered('running') ? { scheduled_time: written(entered('running')) } : {}),
    ...(job.finishedAt === null ? {} : { end_time: written(job.finishedAt) }),
    ...outcome(job, house),
  };
}

function outcome(job, house) {
  if (job.state === 'failed') {
    return { code: job.plan.fails.code, message: job.plan.fails.message };
  }
  if (job.state !== 'succeeded') {
    return {};
  }
  return {
    video_url: house.link(job, job.finishedAt + day),
    orig_prompt: job.prompt,
    ...(job.more.extended ? { actual_prompt: `${job.prompt} Cinematic, finely lit.` } : {}),
  };
}

/** What is billed: seconds at a resolution, in one word of the older models and another of the newer. */
function usage(job) {
  if (job.state !== 'succeeded') {
    return {};
  }
  const { protocol, fps } = models[job.model];
  const shared = { video_count: 1, SR: Number.parseInt(job.resolution, 10) };
  return {
    usage:
      protocol === 'legacy'
        ? { ...shared, duration: job.seconds }
        : { ...shared, output_video_duration: job.seconds, fps, ...(protocol === 'layered' ? { ratio: job.more.ratio } : {}) },
  };
}

/** `2026-11-22 12:00:00.000`. */
const written = (time) => new Date(time).toISOString().replace('T', ' ').replace('Z', '');
