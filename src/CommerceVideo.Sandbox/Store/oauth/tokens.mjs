import { randomBytes } from 'node:crypto';

const hour = 3600;
const day = 24 * hour;
export const accessLife = hour;
export const refreshLife = 90 * day;
const retryCap = 30 * day;

/** Access tokens, and per shop the one chain of refresh tokens that is alive. */
export class Tokens {
  #records;
  #clock;

  constructor({ records, clock }) {
    this.#records = records;
    this.#clock = clock;
  }

  /** The shop's live token of that text, or null. */
  find(shop, text) {
    const token = text ? this.#records.get('token', text) : null;
    return token && token.shop === shop && (token.expiresAt === null || token.expiresAt > this.#clock.now()) ? token : null;
  }

  issue(shop, secret, scopes, lifeSeconds, kind) {
    const text = `shpat_${randomBytes(16).toString('hex')}`;
    const expiresAt = lifeSeconds === null ? null : this.#clock.now() + lifeSeconds * 1000;
    return this.#records.put('token', text, { text, shop, secret, scopes, kind, expiresAt });
  }

  /** A fresh pair by token exchange: every refresh token of before is dead from now on. */
  startChain(shop, secret, scopes) {
    return this.#pair(shop, secret, scopes, null);
  }

  /**
   * A fresh pair for a refresh token, or null when that is none. The token just used stays good, should the answer be
   * lost, until its replacement is first used, at most 30 days from its first use and never beyond its own 90.
   */
  refresh(shop, text, secret, scopes) {
    const chain = this.#records.get('chain', shop);
    const now = this.#clock.now();
    if (!chain || !text) {
      return null;
    }
    if (text === chain.current.text && chain.current.expiresAt > now) {
      return this.#pair(shop, secret, scopes, { ...chain.current, firstUsedAt: now });
    }
    const { previous } = chain;
    const retried = previous && text === previous.text && previous.expiresAt > now && previous.firstUsedAt + retryCap * 1000 > now;
    return retried ? this.#pair(shop, secret, scopes, previous) : null;
  }

  revokeAll(shop) {
    for (const token of this.#records.all('token').filter((one) => one.shop === shop)) {
      this.#records.remove('token', token.text);
    }
    this.#records.remove('chain', shop);
  }

  #pair(shop, secret, scopes, previous) {
    const current = { text: `shprt_${randomBytes(16).toString('hex')}`, expiresAt: this.#clock.now() + refreshLife * 1000 };
    this.#records.put('chain', shop, { current, previous });
    return { access: this.issue(shop, secret, scopes, accessLife, 'offline'), refresh: current };
  }
}
