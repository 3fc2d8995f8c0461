import { send } from '../../Store/http/answers.mjs';
import { answerRead } from '../frame/submission.mjs';
import { isOver } from '../jobs/jobs.mjs';
import { isOdd, item, read } from './prompts.mjs';

const running = (house) => house.jobs.all().filter((job) => job.state === 'running' && !isOdd(job));

const pending = (house) => house.jobs.all().filter(({ state }) => state === 'queued' || state === 'waiting');

/** `GET /queue`. */
export function queue(house, request) {
  const [runs, waits] = [running(house), pending(house)];
  answerRead(house, request, [...runs, ...waits], 200, { queue_running: runs.map(item), queue_pending: waits.map(item) });
}

/** `POST /queue`: what waits is taken out, without a trace; what runs goes on. */
export async function changeQueue(house, request) {
  const { clear, delete: ids = [] } = await read(request);
  pending(house)
    .filter(({ id }) => clear || ids.includes(id))
    .forEach((job) => {
      house.jobs.cancel(job);
      house.jobs.note(job.id, { removed: true });
    });
  send(request.res, 200, '');
}

/** `POST /interrupt`: the one that is named, if it runs; with no name, whatever runs. */
export async function interrupt(house, request) {
  const { prompt_id: id } = await read(request).catch(() => ({}));
  house.jobs
    .all()
    .filter((job) => job.state === 'running' && (!id || job.id === id))
    .forEach((job) => house.jobs.cancel(job));
  send(request.res, 200, '');
}

/** `POST /history`. */
export async function changeHistory(house, request) {
  const { clear, delete: ids = [] } = await read(request);
  house.jobs
    .all()
    .filter((job) => isOver(job) && (clear || ids.includes(job.id)))
    .forEach(({ id }) => house.jobs.note(id, { removed: true }));
  send(request.res, 200, '');
}
