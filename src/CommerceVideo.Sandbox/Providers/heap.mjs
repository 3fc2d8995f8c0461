/** Entries by their `at`, the earliest first; of two at the same time, the one put in first. */
export class Heap {
  #all = [];
  #sequence = 0;

  get first() {
    return this.#all[0];
  }

  push(entry) {
    entry.sequence = this.#sequence += 1;
    let at = this.#all.push(entry) - 1;
    while (at > 0 && this.#before(at, (at - 1) >> 1)) {
      at = this.#swap(at, (at - 1) >> 1);
    }
  }

  pop() {
    const [first] = this.#all;
    const last = this.#all.pop();
    if (this.#all.length) {
      this.#all[0] = last;
      this.#sink();
    }
    return first;
  }

  clear() {
    this.#all = [];
  }

  #sink() {
    let at = 0;
    for (;;) {
      const least = [2 * at + 1, 2 * at + 2].reduce(
        (one, child) => (child < this.#all.length && this.#before(child, one) ? child : one),
        at,
      );
      if (least === at) {
        return;
      }
      at = this.#swap(at, least);
    }
  }

  #before(one, other) {
    const [a, b] = [this.#all[one], this.#all[other]];
    return a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
  }

  #swap(one, other) {
    [this.#all[one], this.#all[other]] = [this.#all[other], this.#all[one]];
    return other;
  }
}
