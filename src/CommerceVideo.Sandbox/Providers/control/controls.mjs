import { send } from '../../Store/http/answers.mjs';
import { BodyProblem, readJson } from '../frame/bodies.mjs';
import { faultNames } from '../frame/faultNames.mjs';
import { Refused } from '../frame/refused.mjs';
import { answer } from '../frame/server.mjs';
import { check, choice, flag, must, number, object, text, whole } from '../frame/shape.mjs';
import { stateOf } from './state.mjs';

const wrong = (status, message) => new Refused(status, { error: message });

export const controlWords = {
  noSuchPath: () => wrong(404, 'Not Found'),
  wrongMethod: () => wrong(405, 'Method Not Allowed'),
  broken: () => wrong(500, 'Internal Server Error'),
};

const anyObject = (value) => (value?.constructor === Object ? [] : [{ path: [], message: 'the body must be an object' }]);

const shapes = {
  clock: object({ advanceSeconds: must(number({ least: 0, most: 400 * 86400 })) }),
  callbacks: object({
    job: must(text()),
    state: choice('queued', 'running', 'succeeded', 'failed', 'cancelled'),
    times: whole({ least: 1, most: 100 }),
    lateSeconds: number({ least: 0 }),
    forged: flag(),
  }),
};

/** What a test does to the providers from behind their backs. */
export function controlRoutes(world) {
  const of = (act) => async (request) => act(request, houseOf(world, request.parts.provider));
  return [
    ['GET', '/_sandbox/state', (request) => answer(request, 200, stateOf(world))],
    ['POST', '/_sandbox/clock', (request) => advance(request, world)],
    ['POST', '/_sandbox/providers/{provider}/stop', of(({ res }, house) => house.listener.close().then(() => send(res, 204, '')))],
    ['POST', '/_sandbox/providers/{provider}/start', of(({ res }, house) => house.listener.open().then(() => send(res, 204, '')))],
    [
      'GET',
      '/_sandbox/providers/{provider}/faults',
      of((request, house) => answer(request, 200, { ...house.faults.current(), known: known() })),
    ],
    ['POST', '/_sandbox/providers/{provider}/faults', of(setFaults)],
    ['POST', '/_sandbox/providers/{provider}/options', of(setOptions)],
    ['POST', '/_sandbox/providers/{provider}/secrets', of(setSecrets)],
    ['POST', '/_sandbox/providers/{provider}/callbacks', of(sendAgain)],
  ];
}

function houseOf({ houses }, name) {
  const house = houses.find((one) => one.name === name);
  if (!house) {
    throw wrong(404, `no provider ${name} here`);
  }
  return house;
}

const known = () => Object.fromEntries(Object.entries(faultNames).map(([name, { says }]) => [name, says]));

/** The advance is kept, so that a start on the same folder does not go back behind its own jobs. */
async function advance(request, { clock, records }) {
  const { advanceSeconds } = await asked(request, shapes.clock);
  records.put('clock', 'advanced', (records.get('clock', 'advanced') ?? 0) + advanceSeconds * 1000);
  clock.advance(advanceSeconds * 1000);
  answer(request, 200, { now: new Date(clock.now()).toISOString() });
}

async function setFaults(request, house) {
  const unknown = house.faults.set(await asked(request));
  if (unknown.length) {
    throw new Refused(422, { error: `cannot take: ${unknown.join(', ')}`, known: known() });
  }
  answer(request, 200, house.faults.current());
}

/** The provider's own options, as `concurrent` (null: no limit) or `hiddenSeconds`; a value is of the kind it had. */
async function setOptions(request, house) {
  const given = await asked(request);
  for (const [name, value] of Object.entries(given)) {
    const was = house.provider.options[name];
    if (!Object.hasOwn(house.options, name) || (value !== null && was !== null && typeof value !== typeof was)) {
      throw wrong(422, `${house.name} has the options ${JSON.stringify(house.options)}`);
    }
  }
  Object.assign(house.options, given);
  house.jobs.admit();
  answer(request, 200, house.options);
}

/** What callbacks are signed with: two during a rotation, none for unsigned ones. */
async function setSecrets(request, house) {
  const { secrets } = await asked(request);
  if (!Array.isArray(secrets) || secrets.some((secret) => typeof secret !== 'string')) {
    throw wrong(422, 'secrets is a list of strings');
  }
  house.secrets = secrets;
  answer(request, 200, { secrets: secrets.length });
}

async function sendAgain(request, house) {
  const { job: id, ...wishes } = await asked(request, shapes.callbacks);
  const job = house.jobs.get(id);
  if (!job || !house.provider.callbacks?.address(job)) {
    throw wrong(404, 'no such job, or it has no callback address');
  }
  house.callbacks.again(job, wishes);
  send(request.res, 202, '');
}

async function asked({ req }, shape = anyObject) {
  const body = await readJson(req).catch((problem) => {
    throw problem instanceof BodyProblem ? wrong(422, problem.message) : problem;
  });
  const issues = check(shape, body);
  if (issues.length) {
    throw wrong(422, issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
  }
  return body;
}
