import { Slots } from './slots.mjs';

const over = ['succeeded', 'failed', 'cancelled'];
const startShare = 0.2;

export const isOver = ({ state }) => over.includes(state);

/**
 * The jobs of one provider. A job is `waiting` (no slot yet), `queued`, `running`, then `succeeded`, `failed` or `cancelled`;
 * what the provider calls these is its own affair. The clock moves it, the journal keeps it, so a restart goes on with it.
 */
export class Jobs {
  #records;
  #clock;
  #kind;
  #renderSeconds;
  #changed;
  #count;
  #byGeneration = new Map();
  slots;

  constructor({ name, records, clock, settings, options, changed }) {
    this.#records = records;
    this.#clock = clock;
    this.#kind = `job:${name}`;
    this.#renderSeconds = settings.renderSeconds;
    this.#changed = changed;
    this.slots = new Slots(() => options.concurrent);
    this.#count = this.all().length;
    this.all().forEach((job) => this.#index(job));
  }

  all() {
    return this.#records.all(this.#kind);
  }

  get(id) {
    return this.#records.get(this.#kind, id) ?? null;
  }

  byGeneration(generation) {
    return generation ? this.get(this.#byGeneration.get(generation)) : null;
  }

  /** How many there ever were: what the next id is made from. */
  get count() {
    return this.#count;
  }

  /** `draft` is what the provider knows of the job: id, model, pool, seconds, resolution, generation, prompt, price, picture, clip, more. */
  submit(draft, { fails = null, speed = 1, startsLater = 1, never = false, faults = [] } = {}) {
    const now = this.#clock.now();
    const takes = this.#renderSeconds * 1000 * speed;
    const job = {
      generation: null,
      more: {},
      ...draft,
      state: 'queued',
      plan: { fails, never, starts: takes * startShare * startsLater, ends: takes * (1 - startShare) },
      faults,
      history: [],
      createdAt: now,
      dueAt: null,
      finishedAt: null,
      bill: null,
      submits: 1,
      downloads: 0,
      removed: false,
    };
    this.#count += 1;
    this.#index(job);
    return this.slots.take(job) ? this.#enter(job, 'queued', job.plan.starts) : this.#enter(job, 'waiting', null);
  }

  /** Notes something about a job that moves nothing: a download, another try to submit it. */
  note(id, differing) {
    const job = this.get(id);
    return job && this.#records.put(this.#kind, id, { ...job, ...differing });
  }

  cancel(job) {
    return isOver(job) ? job : this.#end(job, 'cancelled');
  }

  /** After a start: whatever was under way goes on. */
  resume() {
    const live = this.all().filter((job) => !isOver(job));
    live.filter(({ state }) => state !== 'waiting').forEach((job) => this.slots.take(job));
    for (const job of live) {
      if (job.state === 'waiting') {
        this.slots.wait(job);
      } else if (job.dueAt !== null) {
        this.#arm(job);
      }
    }
    this.admit();
  }

  /** Lets in who waits, as far as there is room: after an end, or after the limit was raised. */
  admit() {
    for (const id of this.slots.admit()) {
      const job = this.get(id);
      this.#enter(job, 'queued', job.plan.starts);
    }
  }

  #index(job) {
    if (job.generation) {
      this.#byGeneration.set(job.generation, job.id);
    }
  }

  #enter(job, state, milliseconds) {
    const now = this.#clock.now();
    const dueAt = milliseconds === null ? null : now + milliseconds;
    const entered = { ...job, state, dueAt, history: [...job.history, [state, now]] };
    this.#records.put(this.#kind, job.id, entered);
    if (dueAt !== null) {
      this.#arm(entered);
    }
    this.#changed(entered);
    return entered;
  }

  #arm({ id, dueAt }) {
    this.#clock.after(dueAt - this.#clock.now(), () => this.#move(this.get(id)));
  }

  #move(job) {
    if (job.state === 'queued') {
      this.#enter(job, 'running', job.plan.never ? null : job.plan.ends);
    } else if (job.state === 'running') {
      this.#end(job, job.plan.fails ? 'failed' : 'succeeded');
    }
  }

  #end(job, state) {
    const billed = state === 'succeeded' || (state === 'failed' && job.plan.fails.billed);
    const ended = this.#enter({ ...job, finishedAt: this.#clock.now(), bill: billed ? job.price : null }, state, null);
    this.slots.free(job);
    this.admit();
    return ended;
  }
}
