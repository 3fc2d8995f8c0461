import { createHash } from 'node:crypto';
import { Refusal } from '../http/answers.mjs';

/** The shops this store plays, and whether the app is installed on each (Shopify's managed installation: at first, yes). */
export class Shops {
  #records;
  #names;

  constructor({ records, settings }) {
    this.#records = records;
    this.#names = settings.shops;
  }

  names() {
    return this.#names;
  }

  number(shop) {
    const hash = createHash('sha256').update(shop).digest();
    return String(70_000_000_000n + (hash.readBigUInt64BE(0) % 10_000_000_000n));
  }

  byNumber(number) {
    return this.#names.find((shop) => this.number(shop) === number) ?? null;
  }

  isInstalled(shop) {
    return !this.#records.get('uninstalled', shop);
  }

  install(shop) {
    if (!this.isInstalled(shop)) {
      this.#records.remove('uninstalled', shop);
    }
  }

  uninstall(shop) {
    this.#records.put('uninstalled', shop, { shop });
  }

  /** The shop a request is for: named in the path, by the Host, or the only one there is. */
  of({ req, parts = {} }) {
    const host = (req.headers['x-forwarded-host'] ?? req.headers.host ?? '').split(':')[0].toLowerCase();
    const asked = parts.shop?.toLowerCase() ?? (this.#names.includes(host) || this.#names.length > 1 ? host : this.#names[0]);
    if (!this.#names.includes(asked)) {
      throw new Refusal(404, { errors: 'Not Found' });
    }
    return asked;
  }
}
