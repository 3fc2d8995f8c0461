import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { iso } from '../clock.mjs';
import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { countDownload } from '../frame/links.mjs';
import { check, dotted } from '../frame/shape.mjs';
import { answerRead, submit } from '../frame/submission.mjs';
import { isOver } from '../jobs/jobs.mjs';
import { refusal } from './errors.mjs';
import { fileUri } from './files.mjs';
import { frameOf, look, model, orderProblem, priceOf, shape, tokensASecond } from './omni.mjs';

const mostBody = 20 * 1024 * 1024;
const betweenLooks = 50;
const statuses = { waiting: 'queued', queued: 'queued', running: 'in_progress', succeeded: 'completed', cancelled: 'cancelled' };

const types = ['image/jpeg', 'image/png', 'image/webp'];
const pictureRules = { base64: true, mostBytes: 7 * 1024 * 1024 };

/** `POST /v1beta/interactions`. Without `background` the answer comes when the video is there. */
export async function create(house, request) {
  const body = await checked(request);
  const order = orderOf(body);
  const wrong = orderProblem(body, order);
  if (wrong) {
    throw refusal('invalid_request', wrong);
  }
  const { prompt, pictures, seconds, resolution, ratio, delivery } = order;
  const tokens = Math.round(tokensASecond[resolution] * seconds);
  const made = await submit(house, request, {
    prompt,
    pictures: pictures.map(({ data, mime_type: type }) => ({
      source: data,
      rules: { ...pictureRules, types: types.filter((one) => one === type) },
      refuse: ({ message }) => refusal('invalid_request', `Unable to process input image: it ${message}`),
    })),
    admit: () => admit(house, priceOf(tokens)),
    draft: (kept) => ({
      id: `v1_${randomBytes(24).toString('base64url')}`,
      model,
      pool: model,
      seconds,
      resolution,
      price: priceOf(tokens),
      picture: pictureOf(kept),
      clip: { look, seconds, ...frameOf(resolution, ratio), sound: true, cuts: false },
      more: { file: randomBytes(6).toString('hex'), tokens, delivery },
    }),
    reply: async (job) => ({ status: 200, body: await view(body.background ? job : await ended(house, job), house) }),
  });
  if (!body.background) {
    countInline(house, house.jobs.get(made.id));
  }
}

async function checked(request) {
  let body;
  try {
    body = await readJson(request.req, mostBody);
  } catch (problem) {
    throw problem instanceof BodyProblem ? refusal('invalid_request', problem.message) : problem;
  }
  if (body?.model !== model) {
    throw refusal('not_found', `models/${body?.model} is not found or is no longer available.`);
  }
  const [issue] = check(shape, body);
  if (issue) {
    throw refusal('invalid_request', `${dotted(issue.path)} ${issue.message}`.trim());
  }
  return body;
}

function orderOf({ input, response_format: format }) {
  const parts = typeof input === 'string' ? [{ type: 'text', text: input }] : input;
  const { delivery = 'inline', aspect_ratio: ratio = '16:9', resolution = '720p', duration = '8s' } = [format].flat()[0];
  return {
    prompt: parts
      .filter(({ type }) => type === 'text')
      .map((part) => part.text)
      .join(' '),
    pictures: parts.filter(({ type }) => type === 'image'),
    seconds: Number.parseFloat(duration),
    resolution,
    ratio,
    delivery,
  };
}

function pictureOf([first]) {
  if (!first) {
    throw refusal('invalid_request', 'This sandbox films from pictures only.');
  }
  return first.sha256;
}

function admit(house, { amount }) {
  if (!house.canPay(amount)) {
    throw refusal('payment_required').asOurs;
  }
}

/** The job once it is over; only its own clock is waited for. */
function ended(house, job) {
  return new Promise((resolve) => {
    const ask = () => {
      const now = house.jobs.get(job.id);
      return isOver(now) ? resolve(now) : house.clock.after(betweenLooks, ask);
    };
    ask();
  });
}

/** `GET /v1beta/interactions/{id}`. */
export async function get(house, request) {
  const job = there(house, request);
  answerRead(house, request, [job], 200, await view(job, house));
  countInline(house, job);
}

/** `POST /v1beta/interactions/{id}/cancel`. */
export async function cancel(house, request) {
  const job = there(house, request);
  if (isOver(job)) {
    throw refusal('invalid_request', 'The interaction is not in progress.').asOurs;
  }
  answerRead(house, request, [], 200, await view(house.jobs.cancel(job), house));
}

/** Nobody is wrong to ask for one that is gone; the word for it is a 400. */
function there(house, { parts: { id } }) {
  const job = house.jobs.get(id);
  if (!job) {
    throw refusal('invalid_request', 'Invalid interaction name.').asOurs;
  }
  return job;
}

/** Without a link the answer itself hands the video out. */
function countInline(house, job) {
  if (job.state === 'succeeded' && job.more.delivery === 'inline') {
    countDownload(house, job);
  }
}

async function view(job, house) {
  const updated = job.history.at(-1)?.[1] ?? job.createdAt;
  return {
    id: job.id,
    object: 'interaction',
    model: job.model,
    status: statusOf(job),
    created: iso(job.createdAt),
    updated: iso(updated),
    ...(job.state === 'failed' && job.plan.fails.errors ? { errors: job.plan.fails.errors } : {}),
    steps: await stepsOf(job, house),
    ...(isOver(job) ? { usage: usageOf(job) } : {}),
  };
}

function statusOf({ state, plan, faults }) {
  if (state === 'running' && faults.includes('odd-status')) {
    return 'reviewing';
  }
  return state === 'failed' ? (plan.fails.errors ? 'failed' : 'completed') : statuses[state];
}

async function stepsOf(job, house) {
  if (job.state === 'succeeded') {
    return [{ type: 'model_output', content: [await videoOf(job, house)] }];
  }
  const words = job.state === 'failed' ? job.plan.fails.text : undefined;
  return words === undefined ? [] : [{ type: 'model_output', content: words ? [{ type: 'text', text: words }] : [] }];
}

async function videoOf(job, house) {
  const file = await house.clips.file(job);
  const video = { type: 'video', mime_type: 'video/mp4' };
  return job.more.delivery === 'uri'
    ? { ...video, uri: fileUri(house, job) }
    : { ...video, data: (await readFile(file)).toString('base64') };
}

function usageOf({ bill, more: { tokens } }) {
  const made = bill ? tokens : 0;
  const output = made ? { output_tokens_by_modality: [{ modality: 'video', tokens: made }] } : {};
  return { total_input_tokens: 1290, total_output_tokens: made, total_tokens: 1290 + made, ...output };
}
