import { createHmac, randomUUID } from 'node:crypto';
import { apiVersion } from '../graphql/schema.mjs';
import { Post } from './post.mjs';

const retries = 8;
const retrySpan = 4 * 3600_000;

/** Sends webhooks as Shopify does: signed, retried over four hours (made shorter by a factor), in no promised order. */
export class WebhookSender {
  #records;
  #clock;
  #settings;
  #faults;
  #shops;
  #post = new Post();
  #held = [];
  #stopped = false;

  constructor({ records, clock, settings, faults, shops }) {
    this.#records = records;
    this.#clock = clock;
    this.#settings = settings;
    this.#faults = faults;
    this.#shops = shops;
  }

  /** Tells the app, when it is installed and listens to the topic. */
  announce(topic, shop, body, subject = null) {
    if (!this.#settings.topics.includes(topic) || !this.#shops.isInstalled(shop)) {
      return;
    }
    const triggered = new Date(this.#clock.now())
      .toISOString()
      .replace('Z', `${String(process.hrtime.bigint() % 1_000_000n).padStart(6, '0')}Z`);
    this.deliver(
      {
        'Content-Type': 'application/json',
        'X-Shopify-Topic': topic,
        'X-Shopify-Shop-Domain': shop,
        'X-Shopify-API-Version': apiVersion,
        'X-Shopify-Webhook-Id': randomUUID(),
        'X-Shopify-Event-Id': randomUUID(),
        'X-Shopify-Triggered-At': triggered,
      },
      Buffer.from(body, 'utf8'),
      subject,
    );
  }

  /** Sends a body with the headers it has, and the signature added. */
  deliver(headers, body, subject = null) {
    const id = headers['X-Shopify-Webhook-Id'] ?? randomUUID();
    const key = `${id}:${randomUUID().slice(0, 8)}`;
    const delivery = {
      key,
      id,
      topic: headers['X-Shopify-Topic'],
      shop: headers['X-Shopify-Shop-Domain'],
      subject,
      headers,
      bytes: body.length,
      tries: 0,
      answers: [],
      state: 'due',
      triggeredAt: this.#clock.now(),
      deliveredAt: null,
    };
    this.#records.put('deliveryBody', key, body.toString('base64'));
    this.#records.put('delivery', key, delivery);
    this.#dispatch(delivery);
    return id;
  }

  resume() {
    for (const delivery of this.#records.all('delivery').filter((one) => one.state === 'due')) {
      this.#dispatch(delivery);
    }
  }

  stop() {
    this.#stopped = true;
    this.#post.close();
  }

  #dispatch(delivery) {
    if (this.#faults.take('webhooksLost')) {
      this.#records.put('delivery', delivery.key, { ...delivery, state: 'lost' });
    } else if (this.#faults.take('webhooksReordered')) {
      this.#hold(delivery);
    } else {
      this.#try(delivery.key);
      if (this.#faults.take('webhooksDuplicated')) {
        this.#try(delivery.key, false);
      }
    }
  }

  /** Held ones go out in reverse order, once the last asked for is there or nothing more came for a while. */
  #hold(delivery) {
    this.#held.push(delivery.key);
    const release = async () => {
      for (const key of this.#held.splice(0).reverse()) {
        await this.#try(key);
      }
    };
    if (!this.#faults.current().webhooksReordered && this.#held.length > 1) {
      release();
    } else {
      this.#clock.after(2000, release);
    }
  }

  /** `retried` is false for the second sending of a duplicate: its failure starts no retries of its own. */
  async #try(key, retried = true) {
    const { headers, tries } = this.#records.get('delivery', key);
    const body = Buffer.from(this.#records.get('deliveryBody', key), 'base64');
    const signature = createHmac('sha256', this.#settings.secrets[0]).update(body).digest('base64');
    const answer = await this.#post.send(`${this.#settings.app}/webhooks`, { ...headers, 'X-Shopify-Hmac-Sha256': signature }, body);
    if (!this.#stopped) {
      this.#note(key, answer, tries, retried);
    }
  }

  #note(key, answer, triesBefore, retried) {
    const delivery = this.#records.get('delivery', key);
    const good = answer >= 200 && answer <= 299;
    const tries = delivery.tries + 1;
    const state = good || delivery.state === 'delivered' ? 'delivered' : tries > retries ? 'given up' : 'due';
    this.#records.put('delivery', key, {
      ...delivery,
      tries,
      answers: [...delivery.answers, answer],
      state,
      deliveredAt: delivery.deliveredAt ?? (good ? this.#clock.now() : null),
    });
    if (state === 'due' && retried) {
      this.#clock.after(this.#wait(triesBefore), () => this.#try(key));
    }
  }

  #wait(triesBefore) {
    return (retrySpan / (2 ** retries - 1)) * 2 ** triesBefore * this.#settings.retryFactor;
  }
}
