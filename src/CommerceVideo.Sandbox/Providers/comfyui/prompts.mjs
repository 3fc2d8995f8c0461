import { randomUUID } from 'node:crypto';
import { readBytes } from '../frame/bodies.mjs';
import { answerRead, submit } from '../frame/submission.mjs';
import { isOver } from '../jobs/jobs.mjs';
import { crashed, exists, invalidPrompt, unidentified } from './errors.mjs';
import { look } from './looks.mjs';
import { uploaded } from './uploads.mjs';
import { validate } from './validation.mjs';

const mostBody = 100 * 1024 * 1024;
const canonical = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const free = { amount: '0.00', currency: 'USD' };

/** `POST /prompt`: a graph of nodes joins the queue, under the id the caller chose. */
export async function post(house, request) {
  const body = await read(request);
  const graph = body.prompt;
  if (graph === undefined) {
    throw invalidPrompt('no_prompt', 'No prompt provided', 'No prompt provided');
  }
  const id = idOf(body.prompt_id);
  const outputs = validate(graph, (name) => uploaded(house, name) !== null);
  const nodes = (type) => Object.values(graph).filter((node) => node.class_type === type);
  const [wan] = nodes('WanImageToVideo');
  if (!wan || !nodes('LoadImage').length || !nodes('UNETLoader').length) {
    throw invalidPrompt('prompt_no_outputs', 'This stand-in films pictures with WanImageToVideo and nothing else');
  }
  return submit(house, request, {
    prompt: String(graph[wan.inputs.positive[0]].inputs.text ?? ''),
    generation: id,
    pictures: nodes('LoadImage').map(({ inputs: { image } }) => picture(house, image)),
    admit: () => {
      if (house.jobs.get(id) && !house.jobs.get(id).removed) {
        throw exists();
      }
    },
    draft: ([kept]) => draft(house, { id, body, graph, outputs, nodes, kept, wan }),
    reply: (job) => ({ status: 200, body: { prompt_id: job.id, number: job.more.number, node_errors: {} } }),
  });
}

export async function read({ req }) {
  try {
    const bytes = await readBytes(req, mostBody);
    const body = JSON.parse(bytes.toString('utf8'));
    return body !== null && typeof body === 'object' ? body : {};
  } catch {
    throw crashed();
  }
}

function idOf(given) {
  if (given === undefined || given === null) {
    return randomUUID();
  }
  if (typeof given !== 'string' || !canonical.test(given)) {
    throw invalidPrompt(
      'invalid_prompt_id',
      'prompt_id must be a valid UUID',
      'prompt_id must be a UUID string in canonical lowercase hyphenated form; omit it to let the server generate one',
    );
  }
  return given;
}

/** A file that is no picture is found out when its node runs. */
const picture = (house, name) => ({
  source: name,
  rules: { own: () => uploaded(house, name), types: ['image/jpeg', 'image/png', 'image/webp'] },
  refuse: unidentified,
});

function draft(house, { id, body, graph, outputs, nodes, kept, wan: { inputs: video } }) {
  const fps = Number(nodes('CreateVideo')[0].inputs.fps);
  const frames = Number(video.length);
  const [width, height] = [Number(video.width), Number(video.height)];
  return {
    id,
    model: nodes('UNETLoader')[0].inputs.unet_name,
    pool: 'gpu',
    seconds: frames / fps,
    resolution: `${width}x${height}`,
    price: free,
    picture: kept.sha256,
    clip: { look: { ...look, fps }, seconds: frames / fps, width, height, sound: false, cuts: false },
    more: { number: house.jobs.count, graph, outputs, clientId: body.client_id ?? null, ...placeOf(house, graph[outputs[0]].inputs) },
  };
}

/** Files are numbered below their prefix. */
function placeOf(house, { filename_prefix: prefix }) {
  const at = prefix.lastIndexOf('/');
  const [subfolder, stem] = [prefix.slice(0, Math.max(0, at)), prefix.slice(at + 1)];
  const before = house.jobs.all().filter(({ more }) => more.prefix === prefix).length;
  return { prefix, subfolder, file: `${stem}_${String(before + 1).padStart(5, '0')}_.mp4` };
}

/** As the queue and the history tell a prompt. */
export const item = ({ id, more: { number, graph, clientId, outputs }, createdAt }) => [
  number,
  id,
  graph,
  { ...(clientId ? { client_id: clientId } : {}), create_time: createdAt },
  outputs,
];

export const isOdd = ({ state, faults }) => state === 'running' && faults.includes('odd-status');

const inHistory = (job) => !job.removed && (isOver(job) || isOdd(job));

/** `GET /history/{prompt_id}`: an empty object for one that has not ended, or that nobody knows. */
export function historyOf(house, request) {
  const job = house.jobs.get(request.parts.id);
  answerRead(house, request, job ? [job] : [], 200, job && inHistory(job) ? { [job.id]: entry(job) } : {});
}

export function history(house, request) {
  const jobs = house.jobs.all().filter(inHistory);
  answerRead(house, request, jobs, 200, Object.fromEntries(jobs.map((job) => [job.id, entry(job)])));
}

function entry(job) {
  const { outputs, file, subfolder } = job.more;
  const done = job.state === 'succeeded';
  return {
    prompt: item(job),
    outputs: done ? { [outputs[0]]: { images: [{ filename: file, subfolder, type: 'output' }], animated: [true] } } : {},
    status: isOdd(job)
      ? { status_str: 'verifying', completed: false, messages: [] }
      : { status_str: done ? 'success' : 'error', completed: done, messages: messages(job) },
    meta: {},
  };
}

function messages(job) {
  const said = { prompt_id: job.id, timestamp: job.finishedAt };
  const began = [
    ['execution_start', { prompt_id: job.id, timestamp: job.createdAt }],
    ['execution_cached', { nodes: [], prompt_id: job.id, timestamp: job.createdAt }],
  ];
  switch (job.state) {
    case 'succeeded':
      return [...began, ['execution_success', said]];
    case 'cancelled':
      return [...began, ['execution_interrupted', { ...said, ...nodeOf(job, 'KSamplerAdvanced'), executed: [] }]];
    default:
      return [...began, ['execution_error', { ...said, ...raised(job), executed: [] }]];
  }
}

function raised(job) {
  const { type, node, message } = job.plan.fails;
  return {
    ...nodeOf(job, node),
    exception_type: type,
    exception_message: message,
    traceback: ['  File "execution.py", in execute\n'],
    current_inputs: {},
    current_outputs: [],
  };
}

function nodeOf({ more: { graph } }, classType) {
  const id = Object.keys(graph).find((one) => graph[one].class_type === classType) ?? null;
  return { node_id: id, node_type: classType };
}
