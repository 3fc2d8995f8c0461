import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes by their own sha256, streamed to the disk. */
export class Blobs {
  #folder;

  constructor(folder) {
    this.#folder = join(folder, 'blobs');
    mkdirSync(this.#folder, { recursive: true });
  }

  path(sha256) {
    return join(this.#folder, sha256);
  }

  has(sha256) {
    return existsSync(this.path(sha256));
  }

  /** Keeps what the source yields; a source that throws leaves nothing behind. */
  async keep(source) {
    const partial = join(this.#folder, `partial-${randomUUID()}`);
    const hash = createHash('sha256');
    let bytes = 0;
    async function* counted() {
      for await (const chunk of source) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    try {
      await pipeline(Readable.from(counted()), createWriteStream(partial));
    } catch (problem) {
      rmSync(partial, { force: true });
      throw problem;
    }
    const sha256 = hash.digest('hex');
    renameSync(partial, this.path(sha256));
    return { sha256, bytes };
  }
}
