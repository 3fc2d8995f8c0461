import { askedIn, faultNames, named } from './faultNames.mjs';
import { seededRandom } from './random.mjs';

/** What goes wrong next at one provider: by keyword, by count, or by a seeded die that is thrown once a call. */
export class Faults {
  #had = new Map();
  #next = {};
  #rates = {};
  #random;
  /** How often each struck. */
  struck = {};

  constructor(seed) {
    this.#random = seededRandom(seed);
  }

  /** Takes `{next: {"5xx-after": 2}, rates: {"5xx-after": 0.01}, seed: 7}`; returns the names it does not know. */
  set({ next = {}, rates = {}, seed }) {
    const unknown = [...Object.keys(next), ...Object.keys(rates)].filter((key) => !named(key));
    const wrong = [...Object.values(next), ...Object.values(rates)].filter((value) => !(Number.isFinite(value) && value >= 0));
    if (unknown.length || wrong.length) {
      return [...unknown, ...wrong.map(String)];
    }
    Object.assign(this.#next, next);
    Object.assign(this.#rates, rates);
    if (seed !== undefined) {
      this.#random = seededRandom(seed);
    }
    return [];
  }

  current() {
    return { next: { ...this.#next }, rates: { ...this.#rates } };
  }

  /** For a submission: those that keep it out come alone, the others go with the job. `key` tells one order from another. */
  atSubmission(prompt, key, keepsOut) {
    const asked = askedIn(prompt);
    if (asked.some(({ name }) => name === 'ok')) {
      return [];
    }
    const atOnce = asked.filter(({ name }) => faultNames[name].at === 'submit');
    const door = atOnce.find((one) => keepsOut(one) && this.#strikes(one, key));
    const drawn = door ?? this.#drawn('submit');
    if (drawn && keepsOut(drawn)) {
      return this.#count([drawn]);
    }
    const within = this.#count([...atOnce.filter((one) => !keepsOut(one) && this.#strikes(one, key)), ...(drawn ? [drawn] : [])]);
    return [...within, ...asked.filter(({ name }) => faultNames[name].at === 'job')];
  }

  /** For a later call about a job: whether this one strikes now. */
  strikes(name, job = null) {
    const asked = askedIn(job?.prompt);
    if (asked.some((one) => one.name === 'ok')) {
      return false;
    }
    const own = asked.find((one) => one.name === name);
    const strikes = (own && this.#strikes(own, job.id)) || this.#counted(name) !== null || this.#rolls(name);
    return strikes && this.#count([{ name }]).length > 0;
  }

  #count(faults) {
    faults.forEach(({ name }) => (this.struck[name] = (this.struck[name] ?? 0) + 1));
    return faults;
  }

  #strikes({ name, times }, key) {
    if (times === Infinity) {
      return true;
    }
    const at = `${name} ${key}`;
    const before = this.#had.get(at) ?? 0;
    if (before < times) {
      this.#had.set(at, before + 1);
    }
    return before < times;
  }

  #drawn(at) {
    const key = this.#counted(null, at) ?? this.#die(at);
    return key && named(key);
  }

  #counted(name, at = null) {
    const key = Object.keys(this.#next).find(
      (one) => this.#next[one] > 0 && (name ? named(one).name === name : faultNames[named(one).name].at === at),
    );
    if (!key) {
      return null;
    }
    this.#next[key] -= 1;
    return key;
  }

  /** One throw a submission, so that the same seed gives the same share of each however many there are. */
  #die(at) {
    const rates = Object.entries(this.#rates).filter(([key, rate]) => rate > 0 && faultNames[named(key).name].at === at);
    if (!rates.length) {
      return null;
    }
    let left = this.#random();
    return rates.find(([, rate]) => (left -= rate) < 0)?.[0] ?? null;
  }

  #rolls(name) {
    return (this.#rates[name] ?? 0) > 0 && this.#random() < this.#rates[name];
  }
}
