import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { countDownload } from '../frame/links.mjs';
import { check, dotted, must, object, text } from '../frame/shape.mjs';
import { answerRead, submit } from '../frame/submission.mjs';
import { location, project } from './account.mjs';
import { refusal } from './errors.mjs';
import { frameOf, models, orderProblem, priceOf, shape } from './veo.mjs';

const pictureRules = { base64: true, types: ['image/jpeg', 'image/png'], mostBytes: 20 * 1024 * 1024 };
const asking = object({ operationName: must(text({ least: 1 })) });
const answerType = 'type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse';

/** `POST …/models/{model}:predictLongRunning`. */
export async function predict(house, request) {
  const name = modelOf(request);
  const { instances, parameters = {} } = await checked(request, shape);
  const wrong = orderProblem(instances[0], parameters);
  if (wrong) {
    throw refusal('INVALID_ARGUMENT', wrong);
  }
  const { durationSeconds: seconds = 8, resolution = '720p', aspectRatio: ratio = '16:9', generateAudio: sound = true } = parameters;
  const { prompt = '', image, lastFrame, referenceImages: references = [] } = instances[0];
  const price = priceOf(name, resolution, seconds, sound);
  return submit(house, request, {
    prompt,
    pictures: [image, lastFrame, ...references.map((one) => one.image)].filter(Boolean).map(({ bytesBase64Encoded: source, mimeType }) => ({
      source,
      rules: { ...pictureRules, types: [mimeType] },
      refuse: ({ message }) => refusal('INVALID_ARGUMENT', `Unable to process the input image: it ${message}`),
    })),
    admit: () => admit(house, name, price),
    draft: ([first]) => ({
      id: randomUUID(),
      model: name,
      pool: name,
      seconds,
      resolution,
      price,
      picture: first.sha256,
      clip: { look: models[name].look, seconds, ...frameOf(resolution, ratio), sound, cuts: false },
    }),
    reply: (job) => ({ status: 200, body: { name: nameOf(job) } }),
  });
}

/** `POST …/models/{model}:fetchPredictOperation`; what is done comes with the whole video in it. */
export async function fetchOperation(house, request) {
  modelOf(request);
  const { operationName } = await checked(request, asking);
  const job = house.jobs.all().find((one) => nameOf(one) === operationName);
  if (!job) {
    throw refusal('NOT_FOUND', 'The operation was not found.').asOurs;
  }
  answerRead(house, request, [job], 200, await view(job, house));
  if (job.state === 'succeeded') {
    countDownload(house, job);
  }
}

async function checked(request, contract) {
  let body;
  try {
    body = await readJson(request.req);
  } catch (problem) {
    throw problem instanceof BodyProblem ? refusal('INVALID_ARGUMENT', problem.message) : problem;
  }
  const [issue] = check(contract, body);
  if (issue) {
    throw refusal('INVALID_ARGUMENT', `${dotted(issue.path)} ${issue.message}`.trim());
  }
  return body;
}

function modelOf({ parts }) {
  if (parts.project !== project) {
    throw refusal('PERMISSION_DENIED', `Permission denied on resource project ${parts.project}.`);
  }
  if (parts.location !== location || !Object.hasOwn(models, parts.model)) {
    throw refusal('NOT_FOUND');
  }
  return parts.model;
}

function admit(house, model, { amount }) {
  if (!house.jobs.slots.hasRoom(model)) {
    throw refusal('RESOURCE_EXHAUSTED').asOurs;
  }
  if (!house.canPay(amount)) {
    throw refusal('PERMISSION_DENIED', 'This API method requires billing to be enabled.', 'BILLING_DISABLED').asOurs;
  }
}

const nameOf = ({ id, model }) => `projects/${project}/locations/${location}/publishers/google/models/${model}/operations/${id}`;

async function view(job, house) {
  const name = nameOf(job);
  const odd = job.state === 'running' && job.faults.includes('odd-status');
  if (job.state === 'failed' && job.plan.fails.code) {
    return { name, done: true, error: { code: job.plan.fails.code, message: job.plan.fails.message } };
  }
  if (job.state === 'failed') {
    const filtered = { raiMediaFilteredCount: 1, raiMediaFilteredReasons: [job.plan.fails.filtered] };
    return { name, done: true, response: { '@type': answerType, ...filtered } };
  }
  if (job.state !== 'succeeded') {
    return odd ? { name, done: false, metadata: { state: 'REVIEWING' } } : { name };
  }
  const bytesBase64Encoded = (await readFile(await house.clips.file(job))).toString('base64');
  return { name, done: true, response: { '@type': answerType, videos: [{ bytesBase64Encoded, mimeType: 'video/mp4' }] } };
}
