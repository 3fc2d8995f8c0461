/** How many jobs of a pool run at a time, and who waits for room: in the order they came. */
export class Slots {
  #limit;
  #taken = new Map();
  #held = new Map();
  #waiting = new Map();

  constructor(limit) {
    this.#limit = limit;
  }

  hasRoom(pool) {
    return this.#limit() === null || (this.#taken.get(pool) ?? 0) < this.#limit();
  }

  /** A slot for this job, or a place in the queue. */
  take(job) {
    if (this.#held.has(job.id)) {
      return true;
    }
    if (!this.hasRoom(job.pool)) {
      this.wait(job);
      return false;
    }
    this.#hold(job.id, job.pool);
    return true;
  }

  wait({ id, pool }) {
    if (!this.#waiting.has(pool)) {
      this.#waiting.set(pool, []);
    }
    this.#waiting.get(pool).push(id);
  }

  free({ id, pool }) {
    if (this.#held.delete(id)) {
      this.#taken.set(pool, this.#taken.get(pool) - 1);
    } else {
      const waiting = this.#waiting.get(pool) ?? [];
      this.#waiting.set(
        pool,
        waiting.filter((one) => one !== id),
      );
    }
  }

  /** The ids that now have a slot. */
  admit() {
    const admitted = [];
    for (const [pool, ids] of this.#waiting) {
      while (ids.length && this.hasRoom(pool)) {
        const id = ids.shift();
        this.#hold(id, pool);
        admitted.push(id);
      }
    }
    return admitted;
  }

  #hold(id, pool) {
    this.#held.set(id, pool);
    this.#taken.set(pool, (this.#taken.get(pool) ?? 0) + 1);
  }
}
