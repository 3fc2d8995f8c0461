/** What goes wrong next, as a test asked for it. Counts are taken one by one; a rate falls by a seeded die. */
export const faultNames = {
  mediaFails: 'a list of {"filename": text it contains, "code": a MediaErrorCode}',
  webhooksLost: 'number of the next webhooks that are never sent',
  webhooksDuplicated: 'number of the next webhooks that are sent twice',
  webhooksReordered: 'number of the next webhooks that are held and then sent in reverse order',
  graphqlThrottled: 'number of the next GraphQL calls answered THROTTLED',
  graphqlFails: 'number of the next GraphQL calls answered 500, nothing done',
  graphqlAnswersLost: 'number of the next GraphQL mutations that are done and then the connection is reset',
  uploadAnswersLost: 'number of the next uploads that are stored and then the connection is reset',
};

export class Faults {
  #set = { mediaFails: [] };
  #random;

  constructor(settings) {
    this.rates = { webhooksDuplicated: settings.duplicateRate, webhooksLost: settings.lossRate, webhooksReordered: settings.reorderRate };
    this.#random = seededRandom(settings.seed);
  }

  /** Returns the names it does not know. */
  set(asked) {
    const unknown = Object.keys(asked).filter((name) => !(name in faultNames));
    if (!unknown.length) {
      Object.assign(this.#set, asked);
    }
    return unknown;
  }

  current() {
    return { ...this.#set };
  }

  take(name) {
    if (this.#set[name] > 0) {
      this.#set[name] -= 1;
      return true;
    }
    return (this.rates[name] ?? 0) > 0 && this.#random() < this.rates[name];
  }

  mediaFailure(filename) {
    const found = this.#set.mediaFails.find((one) => filename.includes(one.filename));
    return found ? { code: found.code ?? 'UNKNOWN', message: found.message ?? 'The file could not be processed.', details: null } : null;
  }
}

/** mulberry32: small, seeded, the same everywhere. */
function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
