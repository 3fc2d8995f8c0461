import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Work that was still under way when the store stopped: it tells nobody, the next start picks it up. */
export class RecordsClosed extends Error {}

/**
 * Everything the store knows, as kinds of records by id, in memory and in an append-only journal: a change is on the
 * disk before anyone is told of it, so a killed store starts again where it was. Values are plain JSON.
 */
export class Records {
  #kinds = new Map();
  #file;

  constructor(folder) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'journal.jsonl');
    this.#replay(path);
    this.#compact(path);
    this.#file = openSync(path, 'a');
  }

  get(kind, id) {
    return this.#of(kind).get(String(id));
  }

  all(kind) {
    return [...this.#of(kind).values()];
  }

  put(kind, id, value) {
    this.#append({ k: kind, i: String(id), v: value });
    this.#of(kind).set(String(id), value);
    return value;
  }

  remove(kind, id) {
    this.#append({ k: kind, i: String(id) });
    this.#of(kind).delete(String(id));
  }

  close() {
    closeSync(this.#file);
    this.#file = null;
  }

  #of(kind) {
    let records = this.#kinds.get(kind);
    if (!records) {
      this.#kinds.set(kind, (records = new Map()));
    }
    return records;
  }

  #append(entry) {
    if (this.#file === null) {
      throw new RecordsClosed('the store has stopped');
    }
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  #replay(path) {
    if (!existsSync(path)) {
      return;
    }
    const lines = readFileSync(path, 'utf8').split('\n');
    lines.pop(); // what follows the last line end is empty, or half a line of a killed store that told nobody of it
    for (const line of lines) {
      const { k, i, v } = JSON.parse(line);
      if (v === undefined) {
        this.#of(k).delete(i);
      } else {
        this.#of(k).set(i, v);
      }
    }
  }

  #compact(path) {
    const next = openSync(`${path}.next`, 'w');
    for (const [k, records] of this.#kinds) {
      for (const [i, v] of records) {
        writeSync(next, `${JSON.stringify({ k, i, v })}\n`);
      }
    }
    fsyncSync(next);
    closeSync(next);
    renameSync(`${path}.next`, path);
  }
}
