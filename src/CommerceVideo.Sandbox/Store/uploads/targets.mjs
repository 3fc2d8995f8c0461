import { randomBytes, randomUUID } from 'node:crypto';
import { sealPolicy, signPolicy } from './policy.mjs';

export const videoBucket = 'shopify-video-production-core-originals';
export const fileBucket = 'shopify-staged-uploads';
const hour = 3600_000;
const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/gif'];
const extensions = { 'video/mp4': 'mp4', 'video/quicktime': 'mov', 'video/webm': 'webm' };

/** Where an app may put bytes before it makes media of them. */
export class StagedTargets {
  #records;
  #clock;
  #shops;
  key;

  constructor({ records, clock, shops, address }) {
    this.#records = records;
    this.#clock = clock;
    this.#shops = shops;
    this.address = address;
    this.key = records.get('secret', 'bucket') ?? records.put('secret', 'bucket', randomBytes(32).toString('hex'));
  }

  /** The target, or `{problem: [field, message]}`. */
  open(shop, input) {
    if (input.resource === 'VIDEO' || input.resource === 'MODEL_3D') {
      return input.fileSize
        ? this.#video(shop, input)
        : { problem: ['fileSize', `file size is required for ${input.resource === 'VIDEO' ? 'video' : '3D model'} resources`] };
    }
    if (/IMAGE$/.test(input.resource) && !imageTypes.includes(input.mimeType)) {
      return { problem: ['mimeType', `${input.filename}: (${input.mimeType}) is not a recognized format`] };
    }
    return input.httpMethod === 'POST' ? this.#form(shop, input) : this.#signed(shop, input);
  }

  byKey(key) {
    return this.#records.get('staged', key) ?? null;
  }

  /** The target a resourceUrl names, or null: `?external_video_id=N`, with or without the key as path, or the object's address. */
  byResource(shop, resourceUrl) {
    const url = parse(resourceUrl);
    if (!url || !resourceUrl.startsWith(`${this.address()}/_bucket/`)) {
      return null;
    }
    const video = url.searchParams.get('external_video_id');
    const path = decodeURIComponent(url.pathname.replace(/^\/_bucket\/[^/]+\/?/, ''));
    const found = this.#records.all('staged').find((one) => (video ? one.externalVideoId === video : one.key === path));
    return found && found.shop === shop && (!video || !path || path === found.key) ? found : null;
  }

  store(target, { sha256, bytes }) {
    return this.#records.put('staged', target.key, { ...target, sha256, bytes });
  }

  use(target, mediaId) {
    return this.#records.put('staged', target.key, { ...target, usedBy: mediaId });
  }

  #video(shop, input) {
    const size = Number(input.fileSize);
    const key = `c/o/v/${randomUUID().replaceAll('-', '')}.${extensions[input.mimeType] ?? 'mp4'}`;
    const externalVideoId = String(87_291_465 + this.#records.all('staged').length * 13);
    const conditions = [
      ['eq', '$bucket', videoBucket],
      ['eq', '$key', key],
      ['content-length-range', size, size],
    ];
    const { policy, signature } = sealPolicy(conditions, this.#clock.now() + hour, this.key);
    const url = `${this.address()}/_bucket/${videoBucket}`;
    this.#keep(shop, input, videoBucket, key, { externalVideoId, declared: size });
    return {
      url,
      resourceUrl: `${url}?external_video_id=${externalVideoId}`,
      parameters: named({ GoogleAccessId: 'video-production@video-production-225115.iam.gserviceaccount.com', key, policy, signature }),
    };
  }

  #form(shop, input) {
    const now = this.#clock.now();
    const key = this.#fileKey(shop, input);
    const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
    const fields = {
      'Content-Type': input.mimeType,
      success_action_status: '201',
      acl: 'private',
      key,
      'x-goog-date': stamp,
      'x-goog-credential': `merchant-assets@shopify-tiers.iam.gserviceaccount.com/${stamp.slice(0, 8)}/auto/storage/goog4_request`,
      'x-goog-algorithm': 'GOOG4-RSA-SHA256',
    };
    const conditions = Object.entries(fields).map(([name, value]) => ['eq', `$${name}`, value]);
    conditions.push(['eq', '$bucket', fileBucket], ['content-length-range', 1, 20 * 1024 * 1024]);
    const { policy, signature } = sealPolicy(conditions, now + 24 * hour, this.key);
    const url = `${this.address()}/_bucket/${fileBucket}/`;
    this.#keep(shop, input, fileBucket, key, {});
    return { url, resourceUrl: `${url}${key}`, parameters: named({ ...fields, 'x-goog-signature': signature, policy }) };
  }

  #signed(shop, input) {
    const key = this.#fileKey(shop, input);
    const expires = this.#clock.now() + 7 * 24 * hour;
    this.#keep(shop, input, fileBucket, key, {});
    const resourceUrl = `${this.address()}/_bucket/${fileBucket}/${key}`;
    const query = new URLSearchParams({
      'X-Goog-Expires': String(expires),
      'X-Goog-Signature': signPolicy(`${key}\n${expires}`, this.key),
    });
    return { url: `${resourceUrl}?${query}`, resourceUrl, parameters: named({ content_type: input.mimeType, acl: 'private' }) };
  }

  #fileKey(shop, input) {
    return `tmp/${this.#shops.number(shop)}/products/${randomUUID()}/${encodeURIComponent(input.filename)}`;
  }

  #keep(shop, input, bucket, key, more) {
    const { filename, mimeType, resource } = input;
    this.#records.put('staged', key, {
      key,
      shop,
      bucket,
      filename,
      mimeType,
      resource,
      bytes: null,
      sha256: null,
      usedBy: null,
      createdAt: this.#clock.now(),
      ...more,
    });
  }
}

const named = (fields) => Object.entries(fields).map(([name, value]) => ({ name, value }));

function parse(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
