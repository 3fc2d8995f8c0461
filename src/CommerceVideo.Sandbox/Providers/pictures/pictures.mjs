import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { decodeBase64, decodeDataUri } from './encoded.mjs';
import { fetchPicture } from './fetched.mjs';
import { judge } from './judge.mjs';
import { PictureProblem } from './problem.mjs';

/**
 * The pictures that come with submissions, kept by their own hash. `rules` is what the provider takes:
 * `{url, base64, dataUri}` what it may be given as, `mostBytes`, `mostText` (of a data URI), `types`, `least` and `most` of a
 * side, `ratio` [narrowest, widest], `exact` {width, height}, `alpha` (false: refused), `strictFetch` (HEAD first, no redirects, an image's Content-Type),
 * `own` (the path of a file the provider was sent before, or null).
 */
export class Pictures {
  #blobs;

  constructor(blobs) {
    this.#blobs = blobs;
  }

  path(sha256) {
    return this.#blobs.path(sha256);
  }

  /** `{sha256, width, height, mime}`, or a PictureProblem that says what is wrong. */
  async take(source, rules) {
    const bytes = await bytesOf(source, rules);
    const header = judge(bytes, rules);
    return { ...header, sha256: await this.keep(bytes) };
  }

  async keep(bytes) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.#blobs.has(sha256)) {
      await this.#blobs.keep([bytes]);
    }
    return sha256;
  }
}

function bytesOf(source, rules) {
  const own = rules.own?.(source);
  if (own) {
    return readFile(own);
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) {
    return rules.url ? fetchPicture(source, rules) : refuse('a URL is not accepted');
  }
  if (/^data:/i.test(source)) {
    return rules.dataUri ? decodeDataUri(source, rules) : refuse('a data URI is not accepted, send bare base64');
  }
  return rules.base64 ? decodeBase64(source) : refuse('must be a URL or a data URI');
}

function refuse(message) {
  throw new PictureProblem('source', message);
}
