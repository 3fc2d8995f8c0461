import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { check, dotted } from '../frame/shape.mjs';
import { answerRead } from '../frame/submission.mjs';
import { refusal } from './errors.mjs';
import { models, unitsOf } from './models.mjs';
import { listShape, orderProblem, taskShape } from './newContract.mjs';
import { createTask, envelope, isVisible, updatedAt, videoOf } from './tasks.mjs';

const statuses = {
  waiting: 'submitted',
  queued: 'submitted',
  running: 'processing',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'failed',
};
const mostIds = 100;

export const newRoutes = (house) => [
  ['POST', '/image-to-video/{model}', (request) => create(house, request)],
  ['GET', '/tasks', (request) => query(house, request)],
  ['POST', '/tasks', (request) => list(house, request)],
];

async function create(house, request) {
  const { model } = request.parts;
  if (!Object.hasOwn(models, model) || models[model].omni) {
    throw refusal(1203, `model ${model} is not supported`);
  }
  const body = await checked(request, taskShape(model));
  const wrong = orderProblem(model, body);
  if (wrong) {
    throw refusal(1201, wrong);
  }
  return createTask(house, request, orderOf(model, body), (job) => ({
    id: job.id,
    status: 'submitted',
    create_time: Math.floor(job.createdAt),
    update_time: Math.floor(job.createdAt),
    ...external(job),
  }));
}

function orderOf(model, { contents, settings = {}, options = {} }) {
  const of = (type) => contents.find((entry) => entry.type === type);
  const { always, multiShot } = models[model];
  return {
    standard: 'new',
    model,
    prompt: of('prompt').text,
    seconds: settings.duration ?? 5,
    resolution: settings.resolution ?? '720p',
    sound: Boolean(always) || settings.audio === 'native',
    cuts: Boolean(multiShot) && (settings.multi_shot ?? true),
    pictures: [of('first_frame'), of('last_frame')].filter(Boolean).map(({ url }) => url),
    external: options.external_task_id || null,
    callback: options.callback_url ?? null,
    watermark: options.watermark_info?.enabled ?? false,
  };
}

export async function checked(request, shape) {
  let body;
  try {
    body = await readJson(request.req);
  } catch (problem) {
    throw problem instanceof BodyProblem ? refusal(1200, problem.message) : problem;
  }
  const [issue] = check(shape, body);
  if (issue) {
    throw refusal(1201, `${dotted(issue.path)} ${issue.message}`.trim());
  }
  return body;
}

/** By task ids or by the caller's own, never both; what is not there is simply not in the answer. */
function query(house, request) {
  const { searchParams } = request.url;
  const [ids, externals] = ['task_ids', 'external_task_ids'].map((name) => (searchParams.get(name) ?? '').split(',').filter(Boolean));
  if (Boolean(ids.length) === Boolean(externals.length) || ids.length + externals.length > mostIds) {
    throw refusal(1201, 'exactly one of task_ids and external_task_ids is required');
  }
  const found = [...ids.map((id) => house.jobs.get(id)), ...externals.map((id) => house.jobs.byGeneration(id))].filter(
    (job) => job?.more.standard === 'new' && isVisible(job, house),
  );
  answerRead(house, request, found, 200, envelope(found.map((job) => taskItem(job, house))));
}

async function list(house, request) {
  const body = await checked(request, listShape);
  const now = house.clock.now();
  const { start_time: from = now - 30 * 86_400_000, end_time: to = now, cursor = '', limit = 100, filters = [] } = body;
  const found = house.jobs
    .all()
    .filter((job) => job.more.standard === 'new' && isVisible(job, house) && job.createdAt >= from && job.createdAt <= to)
    .filter((job) => filters.every(({ key, values }) => values.includes(key === 'status' ? statuses[job.state] : 'video')))
    .reverse();
  const start = cursor ? found.findIndex(({ id }) => id === cursor) : 0;
  if (start < 0) {
    throw refusal(1201, 'cursor is invalid');
  }
  const page = found.slice(start, start + limit);
  const next = found[start + limit];
  const result = page.map((job) => taskItem(job, house));
  answerRead(house, request, page, 200, envelope({ result, count: result.length, next_cursor: next?.id ?? '', has_more: Boolean(next) }));
}

/** A task as queries and callbacks tell it. */
export function taskItem(job, house) {
  const odd = job.state === 'running' && job.faults.includes('odd-status');
  return {
    id: job.id,
    status: odd ? 'reviewing' : statuses[job.state],
    message: job.state === 'failed' ? (job.plan.fails?.message ?? '') : '',
    create_time: Math.floor(job.createdAt),
    update_time: updatedAt(job),
    ...external(job),
    outputs: job.state === 'succeeded' ? [{ type: 'video', ...videoOf(job, house) }] : [],
    billing: job.bill ? [charge(job.bill, house.options.charges)] : [],
  };
}

const external = ({ generation }) => (generation ? { external_id: generation } : {});

function charge(bill, kind) {
  return kind === 'cash'
    ? { charge_type: 'cash', cash_type: 'balance', amount: bill.amount, currency: bill.currency, list_price: bill.amount }
    : { charge_type: 'unit', amount: unitsOf(bill), package_type: 'video' };
}
