import { randomUUID } from 'node:crypto';
import { reordered } from './fields/productReorderMedia.mjs';

/** Work the Admin API only promises at first: done a little later, also over a restart. */
export class AdminJobs {
  #records;
  #catalog;
  #clock;
  #milliseconds;

  constructor({ records, catalog, clock, settings }) {
    this.#records = records;
    this.#catalog = catalog;
    this.#clock = clock;
    this.#milliseconds = settings.jobSeconds * 1000;
  }

  start(shop, work) {
    const gid = `gid://shopify/Job/${randomUUID()}`;
    const job = this.#records.put('job', gid, { gid, shop, work, done: false });
    this.#clock.after(this.#milliseconds, () => this.#finish(gid));
    return job;
  }

  resume() {
    for (const job of this.#records.all('job').filter((one) => !one.done)) {
      this.#finish(job.gid);
    }
  }

  view(shop, gid) {
    const job = this.#records.get('job', gid);
    return job && job.shop === shop ? { __typename: 'Job', id: job.gid, done: job.done, query: {} } : null;
  }

  #finish(gid) {
    const job = this.#records.get('job', gid);
    const product = this.#catalog.find(job.shop, job.work.productId);
    if (product && !job.done) {
      this.#reorder(product, job.work.moves);
    }
    this.#records.put('job', gid, { ...job, done: true });
  }

  #reorder(product, moves) {
    const order = reordered(product.mediaIds, moves);
    if (order.join() !== product.mediaIds.join()) {
      this.#catalog.update(product, (now) => ({ mediaIds: reordered(now.mediaIds, moves) }));
    }
  }
}
