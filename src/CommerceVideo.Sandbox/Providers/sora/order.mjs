import { MultipartProblem, readParts, text as readText } from '../../Store/http/multipart.mjs';
import { BodyProblem, readBytes, readJson } from '../frame/bodies.mjs';
import { check, choice, dotted, must, object, text } from '../frame/shape.mjs';
import { badRequest } from './errors.mjs';
import { lengths, models, usual } from './models.mjs';

const mostFile = 64 * 1024 * 1024;
const mostLink = 20 * 1024 * 1024;
const reference = 'input_reference';

const shape = object({
  prompt: must(text({ least: 1, most: 32000 })),
  model: choice(...Object.keys(models)),
  seconds: choice(...lengths),
  size: text(),
  [reference]: object({ image_url: text({ least: 1, most: mostLink }), file_id: text({ least: 1 }) }),
});

/** What is asked for, out of JSON or a form: `{prompt, model, seconds, size, picture}`, the picture as an address or a data URI. */
export async function readOrder({ req }) {
  const multipart = /^multipart\/form-data/i.test(req.headers['content-type'] ?? '');
  const { file = null, ...body } = await (multipart ? readForm(req) : read(() => readJson(req)));
  const [issue] = check(shape, body);
  if (issue) {
    throw badRequest(`${dotted(issue.path)} ${issue.message}`.trim(), issue.path[0] === undefined ? null : String(issue.path[0]));
  }
  const order = { ...usual, ...body, picture: file ?? pictureOf(body[reference]) };
  if (!Object.hasOwn(models[order.model].rates, order.size)) {
    throw badRequest(`Invalid size '${order.size}' for the model ${order.model}.`, 'size');
  }
  return order;
}

function pictureOf(given) {
  if (given && Boolean(given.image_url) === Boolean(given.file_id)) {
    throw badRequest('Exactly one of image_url and file_id is required.', reference);
  }
  if (!given?.image_url) {
    throw badRequest(given ? 'No such file.' : 'Video from words alone is not played here.', reference);
  }
  return given.image_url;
}

async function readForm(req) {
  const body = {};
  for await (const part of read(() => readParts(req, req.headers['content-type']))) {
    const inner = new RegExp(`^${reference}\\[(\\w+)\\]$`).exec(part.name)?.[1];
    if (part.filename !== null) {
      body[part.name === reference ? 'file' : part.name] = await fileOf(part);
    } else if (inner) {
      body[reference] = { ...body[reference], [inner]: await readText(part.body) };
    } else {
      body[part.name] = await readText(part.body);
    }
  }
  return body;
}

/** The type is what the part says; whether the bytes are of it is judged later. */
async function fileOf({ type, body }) {
  if (!['image/jpeg', 'image/png', 'image/webp'].includes(type)) {
    throw badRequest(`Invalid file: unsupported mimetype ('${type}').`, reference);
  }
  return `data:${type};base64,${(await readBytes(body, mostFile)).toString('base64')}`;
}

function read(act) {
  try {
    const reading = act();
    return reading[Symbol.asyncIterator] ? guarded(reading) : reading.catch(inOurWords);
  } catch (problem) {
    return inOurWords(problem);
  }
}

async function* guarded(parts) {
  try {
    yield* parts;
  } catch (problem) {
    inOurWords(problem);
  }
}

function inOurWords(problem) {
  throw problem instanceof BodyProblem || problem instanceof MultipartProblem ? badRequest(problem.message) : problem;
}
