import { iso } from '../clock.mjs';

/** `GET /_sandbox/state`: every provider as it keeps its own books, for a checker from outside. */
export function stateOf({ clock, houses }) {
  return { now: iso(clock.now()), providers: houses.map(providerState) };
}

function providerState(house) {
  return {
    provider: house.name,
    address: house.listener.address,
    up: house.listener.up,
    bill: house.bill(),
    refusedCalls: house.refusedCalls,
    refused: house.breaches.map((breach) => ({ ...breach, at: iso(breach.at) })),
    faultsStruck: house.faults.struck,
    options: house.options,
    jobs: house.jobs.all().map(jobState),
  };
}

function jobState(job) {
  const {
    id,
    model,
    state,
    generation,
    prompt,
    picture,
    pictures = [],
    seconds,
    resolution,
    createdAt,
    finishedAt,
    bill,
    submits,
    downloads,
    faults,
    told,
  } = job;
  return {
    id,
    model,
    state,
    generation,
    prompt,
    picture,
    pictures,
    seconds,
    resolution,
    createdAt: iso(createdAt),
    finishedAt: finishedAt === null ? null : iso(finishedAt),
    bill,
    submits,
    downloads,
    faults,
    callbackAnswers: told ?? [],
  };
}
