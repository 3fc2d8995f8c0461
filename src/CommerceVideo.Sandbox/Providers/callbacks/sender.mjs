import { randomUUID } from 'node:crypto';
import { Post } from '../../Store/webhooks/post.mjs';

const patience = { connect: 2000, total: 10_000 };
const retryAfter = [5, 30, 120, 600, 1800];
const lateBy = 600;
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;

/**
 * Tells the caller of each change of a job, where the provider does so. Its part of the contract is `callbacks`:
 * `{secrets, address(job), states, body(job, house), headers(secrets, id, seconds, body)}`.
 */
export class CallbackSender {
  #house;
  #post = new Post(patience);
  #held = new Map();
  #stopped = false;

  constructor(house) {
    this.#house = house;
  }

  announce(job) {
    const { callbacks } = this.#house.provider;
    if (!callbacks?.states.includes(job.state) || !callbacks.address(job) || asks(job, 'no-callback')) {
      return;
    }
    const copies = asks(job, 'dup-callback') ? 2 : 1;
    const callback = { id: randomUUID(), job: job.id, address: callbacks.address(job), body: this.#body(job), tries: 0, copies };
    if (asks(job, 'out-of-order')) {
      this.#hold(job, callback);
    } else {
      this.#keep(callback, asks(job, 'late-callback') ? lateBy : 0);
    }
  }

  /** Sends one again as the control server wishes: the job as it was in `state`, `times` over, `late`, or `forged`. */
  again(job, { state = job.state, times = 1, lateSeconds = 0, forged = false }) {
    const { address } = this.#house.provider.callbacks;
    const copies = Math.min(100, times);
    this.#keep(
      { id: randomUUID(), job: job.id, address: address(job), body: this.#body(asItWas(job, state)), tries: 0, copies, forged },
      lateSeconds,
    );
  }

  resume() {
    this.#house.records.all(this.#kind).forEach((callback) => this.#at(callback));
  }

  stop() {
    this.#stopped = true;
    this.#post.close();
  }

  get #kind() {
    return `callback:${this.#house.name}`;
  }

  #body(job) {
    return JSON.stringify(this.#house.provider.callbacks.body(job, this.#house));
  }

  /** All of a job's are held until it is over, then the last goes first. */
  #hold(job, callback) {
    const held = [callback, ...(this.#held.get(job.id) ?? [])];
    this.#held.set(job.id, held);
    if (job.finishedAt !== null) {
      this.#held.delete(job.id);
      held.forEach((one, at) => this.#keep(one, at * 0.05));
    }
  }

  #keep(callback, seconds) {
    const kept = { ...callback, dueAt: this.#house.clock.now() + seconds * 1000 };
    this.#house.records.put(this.#kind, kept.id, kept);
    this.#at(kept);
  }

  #at({ id, dueAt }) {
    this.#house.clock.after(dueAt - this.#house.clock.now(), () => this.#send(id));
  }

  async #send(id) {
    const callback = this.#house.records.get(this.#kind, id);
    const answers = [];
    for (let copy = 0; copy < callback.copies && !this.#stopped; copy += 1) {
      answers.push(await this.#deliver(callback));
    }
    if (!this.#stopped) {
      this.#note({ ...callback, tries: callback.tries + 1, copies: 1 }, answers);
    }
  }

  /** The status, or in a word why there is none: only this machine is ever called. */
  async #deliver(callback) {
    if (!loopback.test(callback.address) || !URL.canParse(callback.address)) {
      return 'not an http address of this machine';
    }
    return this.#post.send(callback.address, this.#headers(callback), Buffer.from(callback.body));
  }

  #headers({ id, body, forged }) {
    const { callbacks } = this.#house.provider;
    const seconds = Math.floor(this.#house.clock.now() / 1000);
    const secrets = forged
      ? this.#house.secrets.map(() => `whsec_${Buffer.from('nobody knows this one').toString('base64')}`)
      : this.#house.secrets;
    return { 'Content-Type': 'application/json', ...callbacks.headers(secrets, id, seconds, body) };
  }

  #note(callback, answers) {
    const job = this.#house.jobs.get(callback.job);
    const good = answers.some((answer) => answer >= 200 && answer <= 299);
    this.#house.jobs.note(job.id, { told: [...(job.told ?? []), ...answers].slice(-20) });
    if (good || callback.tries > retryAfter.length) {
      this.#house.records.remove(this.#kind, callback.id);
    } else {
      this.#keep(callback, retryAfter[callback.tries - 1] ?? retryAfter.at(-1));
    }
  }
}

const asks = ({ faults }, name) => faults.includes(name);

/** A job as it stood when it entered a state it has been in. */
function asItWas(job, state) {
  const at = job.history.findLast(([one]) => one === state)?.[1];
  return at === undefined
    ? { ...job, state }
    : { ...job, state, history: job.history.filter(([, when]) => when <= at), finishedAt: state === job.state ? job.finishedAt : null };
}
