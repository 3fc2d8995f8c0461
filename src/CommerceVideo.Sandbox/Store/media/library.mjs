import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { gid } from '../state/ids.mjs';

/** The files of all shops: what Shopify calls MediaImage and Video, attached to products or not. */
export class Library {
  #records;
  #newId;
  #clock;

  constructor({ records, newId, clock }) {
    this.#records = records;
    this.#newId = newId;
    this.#clock = clock;
  }

  all(shop) {
    return this.#records.all('media').filter((media) => media.shop === shop);
  }

  get(id) {
    return this.#records.get('media', id) ?? null;
  }

  /** By gid, within one shop. */
  find(shop, gid) {
    const media = this.#records.get('media', gid?.split('/').pop());
    return media && media.shop === shop && media.gid === gid ? media : null;
  }

  byPath(shop, filename) {
    return this.all(shop).find((media) => media.filename === filename) ?? null;
  }

  unfinished() {
    return this.#records.all('media').filter((media) => media.status === 'UPLOADED' || media.status === 'PROCESSING');
  }

  /** `origin` tells whose file it is, `merchant` or `app`; a merchant's is on its way before anyone hears of it. */
  add(shop, type, { filename, alt = null, source = null, address = null, origin, id = this.#newId(), imageId = this.#newId() }) {
    const now = this.#clock.now();
    const media = {
      id,
      gid: gid(type, id),
      imageId,
      shop,
      type,
      origin,
      alt,
      filename: this.#freeName(shop, filename, id),
      status: origin === 'merchant' ? 'PROCESSING' : 'UPLOADED',
      errors: [],
      source,
      address,
      width: null,
      height: null,
      duration: null,
      format: null,
      poster: null,
      createdAt: now,
      updatedAt: now,
    };
    return this.#records.put('media', id, media);
  }

  change(id, differing) {
    const media = this.get(id);
    return media && this.#records.put('media', id, { ...media, ...differing, updatedAt: Math.max(this.#clock.now(), media.updatedAt + 1) });
  }

  remove(id) {
    this.#records.remove('media', id);
  }

  #freeName(shop, wanted, id) {
    const taken = this.byPath(shop, wanted);
    if (!taken || taken.id === id) {
      return wanted;
    }
    const extension = extname(wanted);
    return `${wanted.slice(0, wanted.length - extension.length)}_${randomUUID()}${extension}`;
  }
}
