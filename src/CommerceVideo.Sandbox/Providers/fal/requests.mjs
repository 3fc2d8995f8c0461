import { randomUUID } from 'node:crypto';
import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { Refused } from '../frame/refused.mjs';
import { answer } from '../frame/server.mjs';
import { check } from '../frame/shape.mjs';
import { answerRead, submit } from '../frame/submission.mjs';
import { isOver } from '../jobs/jobs.mjs';
import { apps } from './apps.mjs';
import { failure, invalid, pictureTypes, plain, refusals } from './errors.mjs';
import { output } from './output.mjs';

const parameters = ['fal_webhook', 'fal_max_queue_length'];
const priorities = [undefined, 'normal', 'low'];
const account = 'account';
const nowhere = { width: 16, height: 16 };

/** `POST /{endpoint}`: the input goes into the queue. */
export async function create(house, request) {
  const { endpoint } = request.parts;
  if (!Object.hasOwn(apps, endpoint)) {
    throw plain(404, `Application "${endpoint}" not found`);
  }
  const app = apps[endpoint];
  const callback = webhookOf(request);
  const body = await checked(request, app.shape);
  const { seconds, resolution, amount, look, size, sound = false, ending } = app.order(body);
  const price = { amount, currency: 'USD' };
  return submit(house, request, {
    prompt: body.prompt ?? '',
    pictures: [
      picture(house, request, app, 'image_url', body.image_url),
      ...(ending ? [picture(house, request, app, 'end_image_url', ending)] : []),
    ],
    admit: () => {
      if (!house.canPay(amount)) {
        throw refusals.balance(null).asOurs;
      }
    },
    draft: ([first]) => ({
      id: randomUUID(),
      model: app.model,
      pool: account,
      seconds,
      resolution,
      price,
      picture: first.sha256,
      clip: { look, seconds, ...size(first.width ? first : nowhere), sound, cuts: false },
      more: { callback, root: endpoint.split('/').slice(0, 2).join('/') },
    }),
    reply: (job) => ({ status: 200, body: { ...ticket(job, house), gateway_request_id: job.id, status: 'IN_QUEUE', queue_position: 0 } }),
  });
}

function webhookOf({ req, url: { searchParams } }) {
  const unknown = [...searchParams.keys()].find((name) => !parameters.includes(name));
  const callback = searchParams.get('fal_webhook');
  if (unknown || (callback !== null && !/^https?:\/\//.test(callback))) {
    throw plain(422, unknown ? `Unknown query parameter "${unknown}"` : 'fal_webhook must be a URL');
  }
  if (!priorities.includes(req.headers['x-fal-queue-priority'])) {
    throw plain(422, 'x-fal-queue-priority must be normal or low');
  }
  return callback;
}

async function checked({ req }, shape) {
  let body;
  try {
    body = await readJson(req);
  } catch (problem) {
    throw problem instanceof BodyProblem ? plain(problem.kind === 'size' ? 413 : 422, problem.message) : problem;
  }
  const issues = check(shape, body);
  if (issues.length) {
    throw invalid(issues);
  }
  return body;
}

/** Only the runner looks at pictures: what is wrong with one ends the request later. */
function picture(house, { req }, { pictures }, field, source) {
  return {
    source,
    rules: { url: true, dataUri: true, ...pictures },
    refuse: ({ kind, message }) => {
      if (!['fetch', 'broken'].includes(kind)) {
        house.breach(req, 422, `${field} ${message}`);
      }
      return failure(pictureTypes[kind], { loc: ['body', field], message });
    },
  };
}

/** `GET …/status`: 202 until it is over, whichever way. */
export function status(house, request) {
  const job = there(house, request);
  const logs = request.url.searchParams.get('logs');
  if (![null, '0', '1'].includes(logs)) {
    throw plain(422, 'logs must be 0 or 1');
  }
  answerRead(house, request, [job], isOver(job) ? 200 : 202, {
    ...ticket(job, house),
    ...progress(job, house),
    logs: logs === '1' ? [] : null,
  });
}

function progress(job, house) {
  if (['waiting', 'queued'].includes(job.state)) {
    const waiting = house.jobs.all().filter(({ state }) => state === 'waiting');
    return {
      status: 'IN_QUEUE',
      queue_position: Math.max(
        0,
        waiting.findIndex(({ id }) => id === job.id),
      ),
    };
  }
  if (job.state === 'running') {
    return { status: job.faults.includes('odd-status') ? 'REVIEWING' : 'IN_PROGRESS' };
  }
  const ended = endOf(job);
  const told = ended ? { error: ended.error, ...(ended.type ? { error_type: ended.type } : {}) } : {};
  return { status: 'COMPLETED', metrics: { inference_time: (job.finishedAt - job.createdAt) / 1000 }, ...told };
}

/** `GET …/requests/{id}`: the output, or what the model or the queue answered instead. */
export function result(house, request) {
  const job = there(house, request);
  request.res.setHeader('x-fal-request-id', job.id);
  const ended = endOf(job);
  Object.entries(ended?.headers ?? {}).forEach(([name, value]) => request.res.setHeader(name, value));
  if (ended) {
    answerRead(house, request, [job], ended.status, ended.body);
  } else if (job.state === 'succeeded') {
    answerRead(house, request, [job], 200, output(job, house));
  } else {
    answerRead(house, request, [job], 400, { detail: 'Request is still in progress' });
  }
}

/** `PUT …/cancel`: out of the queue at once; what runs is only told, and may go on. */
export function cancel(house, request) {
  const job = there(house, request, { status: 'NOT_FOUND' });
  if (isOver(job)) {
    return answer(request, 400, { status: 'ALREADY_COMPLETED' });
  }
  const running = job.state === 'running';
  if (!running || house.options.stopsRunning) {
    house.jobs.cancel(job);
  }
  return answer(request, running ? 202 : 200, { status: running ? 'CANCELLATION_REQUESTED' : 'OK' });
}

/** Null unless it ended without a video. */
function endOf(job) {
  return job.state === 'failed' ? job.plan.fails : job.state === 'cancelled' ? failure('client_cancelled') : null;
}

/** Under its own owner and app only; what is behind them in the endpoint is no part of the address. */
function there(house, { parts: { owner, app, id } }, more = {}) {
  const job = house.jobs.get(id);
  if (job?.more.root !== `${owner}/${app}`) {
    throw new Refused(404, { detail: 'Request not found', ...more }, { ours: true });
  }
  return job;
}

function ticket(job, house) {
  const at = `${house.listener.address}/${job.more.root}/requests/${job.id}`;
  return { request_id: job.id, response_url: at, status_url: `${at}/status`, cancel_url: `${at}/cancel` };
}
