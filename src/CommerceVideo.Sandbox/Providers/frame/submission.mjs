import { PictureProblem } from '../pictures/problem.mjs';
import { told } from './faultNames.mjs';
import { Garbled, Refused, Silence } from './refused.mjs';
import { answer } from './server.mjs';

const answersLost = {
  'timeout-after': (house) => new Silence(house.settings.holdSeconds),
  'reset-after': () => new Silence(),
  malformed: (house, as, body) => new Garbled(body),
  '5xx-after': (house, as) => house.provider.refusals['5xx-before'](as).asOurs,
};

/**
 * The one road of every create call, once its members were checked: what was asked to go wrong at the door, the pictures,
 * the provider's own last look, the job, the answer (which may be lost when the job already exists).
 * `asked` is `{prompt, generation, pictures, admit, draft, reply}`; `pictures` is a list of `{source, rules, refuse}`, where
 * `refuse` turns what is wrong into a refusal, or into the failure that ends the job later (only for a picture cut off).
 */
export async function submit(house, request, { prompt, generation = null, pictures, admit = () => {}, draft, reply }) {
  const key = generation ?? `${prompt} ${pictures.map(({ source }) => source.slice(-64)).join(' ')}`;
  const faults = house.faults.atSubmission(prompt, key, ({ name }) => keepsOut(house.provider, name));
  faults.filter(({ name }) => keepsOut(house.provider, name)).forEach((fault) => refuse(house, fault));
  const kept = [];
  for (const picture of pictures) {
    kept.push(await taken(house, picture));
  }
  admit();
  const failure = kept.find(({ fails }) => fails)?.fails;
  const job = house.jobs.submit(
    { generation, prompt, ...filmed(draft(kept), faults), pictures: kept.map(({ sha256 }) => sha256) },
    { ...planOf(house, faults), ...(failure ? { fails: failure } : {}) },
  );
  const { status, body } = await reply(job);
  const lost = faults.find(({ name }) => answersLost[name]);
  if (lost) {
    throw answersLost[lost.name](house, lost.as, body);
  }
  answer(request, status, body);
  return job;
}

const filmed = (draft, faults) =>
  faults.some(({ name }) => name === 'strays') ? { ...draft, clip: { ...draft.clip, strays: true } } : draft;

const keepsOut = ({ refusals }, name) => name === 'timeout-before' || (!answersLost[name] && Object.hasOwn(refusals, name));

function refuse(house, { name, as }) {
  throw name === 'timeout-before' ? new Silence(house.settings.holdSeconds) : house.provider.refusals[name](as).asOurs;
}

async function taken(house, { source, rules, refuse: refusal }) {
  try {
    return await house.pictures.take(source, rules);
  } catch (problem) {
    if (!(problem instanceof PictureProblem)) {
      throw problem;
    }
    const said = refusal(problem);
    if (said instanceof Refused) {
      throw said;
    }
    return { ...problem.header, sha256: null, fails: said };
  }
}

/** What becomes of the job: a provider that lets bad input in and fails it later names it among its `failures`. */
function planOf({ provider: { failures }, options }, faults) {
  const failing = faults.find(({ name }) => Object.hasOwn(failures, name));
  const has = (name) => faults.some((fault) => fault.name === name);
  return {
    fails: failing ? failures[failing.name](failing.as, options) : null,
    startsLater: has('throttle') ? 20 : 1,
    speed: has('slow') ? 20 : 1,
    never: has('never'),
    faults: faults.map(told),
  };
}

/** Answers a status call about these jobs, unless one of them was asked to go wrong here. */
export function answerRead(house, request, jobs, status, body) {
  const strikes = (name) => (jobs.length ? jobs.some((job) => house.faults.strikes(name, job)) : house.faults.strikes(name));
  if (strikes('read-5xx')) {
    throw house.provider.refusals['5xx-before'](null).asOurs;
  }
  if (strikes('read-rate')) {
    throw house.provider.refusals.rate(null).asOurs;
  }
  if (strikes('read-malformed')) {
    throw new Garbled(body);
  }
  answer(request, status, body);
}
