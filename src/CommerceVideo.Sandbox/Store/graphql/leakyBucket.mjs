/** Per shop: 2000 points, 100 more each second of the store's clock. */
export const maximum = 2000;
export const restoreRate = 100;
export const mostPerQuery = 1000;

export class LeakyBuckets {
  #clock;
  #levels = new Map();

  constructor(clock) {
    this.#clock = clock;
  }

  available(shop) {
    const now = this.#clock.now();
    const { points, at } = this.#levels.get(shop) ?? { points: maximum, at: now };
    return Math.min(maximum, points + (Math.max(0, now - at) / 1000) * restoreRate);
  }

  /** Takes what a query asks for, and says whether there was enough. */
  take(shop, points) {
    const available = this.available(shop);
    if (points > available) {
      return false;
    }
    this.#levels.set(shop, { points: available - points, at: this.#clock.now() });
    return true;
  }

  giveBack(shop, points) {
    this.#levels.set(shop, { points: Math.min(maximum, this.available(shop) + points), at: this.#clock.now() });
  }

  status(shop) {
    return { maximumAvailable: maximum, currentlyAvailable: Math.floor(this.available(shop)), restoreRate };
  }
}
