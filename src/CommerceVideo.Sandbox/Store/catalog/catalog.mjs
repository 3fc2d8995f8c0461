import { handleFor } from './handles.mjs';
import { optionsFor, variantsFor } from './variants.mjs';

/** The products of all shops. Every change is announced as the webhook topic a merchant's click would cause. */
export class Catalog {
  #records;
  #newId;
  #clock;

  constructor({ records, newId, clock, announce }) {
    this.#records = records;
    this.#newId = newId;
    this.#clock = clock;
    this.announce = announce;
  }

  all(shop) {
    return this.#records.all('product').filter((product) => product.shop === shop);
  }

  find(shop, id) {
    const product = this.#records.get('product', id);
    return product && product.shop === shop ? product : null;
  }

  byHandle(handle) {
    return this.#records.all('product').find((product) => product.handle === handle) ?? null;
  }

  withMedia(mediaId) {
    return this.#records.all('product').filter((product) => product.mediaIds.includes(mediaId));
  }

  create(shop, given) {
    const now = this.#clock.now();
    const id = this.#newId();
    const taken = (handle) => this.all(shop).some((product) => product.handle === handle);
    const product = {
      id,
      shop,
      title: given.title,
      handle: handleFor(given.title, taken),
      bodyHtml: given.bodyHtml ?? '',
      vendor: given.vendor || shop.split('.')[0],
      productType: given.productType ?? '',
      status: given.status ?? 'ACTIVE',
      tags: given.tags ?? [],
      category: given.category ?? null,
      mediaIds: [],
      options: optionsFor(given.variants, this.#newId),
      variants: variantsFor(given.variants, given.price, this.#newId, now),
      createdAt: now,
      updatedAt: now,
      publishedAt: (given.status ?? 'ACTIVE') === 'ACTIVE' ? now : null,
    };
    return this.#records.put('product', id, product);
  }

  /** As a body told it, with its own ids. */
  adopt(product) {
    return this.#records.put('product', product.id, product);
  }

  /** Changes a product and tells the app; `change` gets the current record and returns what differs. */
  update(product, change) {
    const current = this.#records.get('product', product.id);
    if (!current) {
      return null;
    }
    const next = { ...current, ...change(current), updatedAt: Math.max(this.#clock.now(), current.updatedAt + 1) };
    this.#records.put('product', next.id, next);
    this.announce('products/update', next);
    return next;
  }

  remove(product) {
    this.#records.remove('product', product.id);
    this.announce('products/delete', product);
  }
}
