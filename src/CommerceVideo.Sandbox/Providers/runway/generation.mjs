import { randomUUID } from 'node:crypto';
import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { check } from '../frame/shape.mjs';
import { submit } from '../frame/submission.mjs';
import { badRequest, noCredits, tooMany } from './errors.mjs';
import { looks } from './looks.mjs';
import { creditsFor, models, priceOf } from './models.mjs';
import { pathOfUpload } from './uploads.mjs';

const mebibytes = 1024 * 1024;
const day = 86_400_000;

/** `POST /v1/image_to_video`. */
export async function create(house, request) {
  const body = await checked(request, (given) =>
    Object.hasOwn(models, given?.model ?? '') ? models[given.model].shape : unknownModel(given),
  );
  const { model, promptImage, promptText = '', ratio } = body;
  const seconds = body.duration ?? models[model].usualSeconds;
  const credits = creditsFor(model, seconds);
  const [width, height] = ratio.split(':').map(Number);
  return submit(house, request, {
    prompt: promptText,
    pictures: [picture(house, typeof promptImage === 'string' ? promptImage : promptImage[0].uri)],
    admit: () => admit(house, model, priceOf(credits)),
    draft: ([kept]) => ({
      id: randomUUID(),
      model,
      pool: model,
      seconds,
      resolution: ratio,
      price: priceOf(credits),
      picture: kept.sha256,
      clip: { look: looks[model], seconds, width, height, sound: false, cuts: false },
    }),
    reply: (job) => ({ status: 200, body: { id: job.id, estimatedCost: { credits } } }),
  });
}

export async function checked(request, shapeFor) {
  let body;
  try {
    body = await readJson(request.req);
  } catch (problem) {
    throw problem instanceof BodyProblem ? badRequest(problem.message) : problem;
  }
  const issues = check(shapeFor(body), body);
  if (issues.length) {
    throw badRequest('Validation of body failed', issues);
  }
  return body;
}

function unknownModel(given) {
  return () => [
    { path: ['model'], message: given?.model === undefined ? 'is required' : `must be one of ${Object.keys(models).join(', ')}` },
  ];
}

/** What can be told from the text or the address is refused at once; a file that cannot be decoded ends the task. */
function picture(house, source) {
  return {
    source,
    rules: {
      url: true,
      dataUri: true,
      types: ['image/jpeg', 'image/png', 'image/webp'],
      mostBytes: (source.startsWith('runway:') ? 200 : 16) * mebibytes,
      mostText: 5 * mebibytes,
      mostUrl: 2048,
      strictFetch: true,
      own: (uri) => pathOfUpload(house, uri),
    },
    refuse: (problem) =>
      problem.kind === 'broken'
        ? house.provider.failures.badimg(null, house.options)
        : badRequest('Validation of body failed', [{ path: ['promptImage'], message: problem.message }]),
  };
}

/** More at a time than the tier has is no reason to refuse: such a task waits, THROTTLED. */
function admit(house, model, price) {
  const { daily } = house.options;
  const since = house.clock.now() - day;
  if (daily !== null && house.jobs.all().filter((job) => job.model === model && job.createdAt > since).length >= daily) {
    throw tooMany().asOurs;
  }
  if (!house.canPay(price.amount)) {
    throw noCredits().asOurs;
  }
}
