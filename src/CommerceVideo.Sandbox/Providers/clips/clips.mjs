import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { even, filmArguments } from './film.mjs';

const longest = 300_000;

/** The videos, made when first asked for and kept: one for each picture, look, length and size, whoever's job it is. */
export class Clips {
  #folder;
  #pictures;
  #scale;
  #making = new Map();
  #turn = Promise.resolve();
  made = 0;

  constructor({ folder, pictures, scale }) {
    this.#folder = join(folder, 'clips');
    mkdirSync(this.#folder, { recursive: true });
    this.#pictures = pictures;
    this.#scale = scale;
  }

  /** Where the MP4 of a job lies. `clip` is `{look, seconds, width, height, sound, cuts}`, some with `tenBit` or `strays`. */
  async file({ picture, clip }) {
    const recipe = { ...clip, width: even(clip.width * this.#scale), height: even(clip.height * this.#scale) };
    const key = createHash('sha256')
      .update(JSON.stringify([picture, recipe]))
      .digest('hex');
    const path = join(this.#folder, `${key}.mp4`);
    if (existsSync(path)) {
      return path;
    }
    if (!this.#making.has(key)) {
      this.#making.set(
        key,
        this.#next(() => this.#make(recipe, this.#pictures.path(picture), path)).finally(() => this.#making.delete(key)),
      );
    }
    await this.#making.get(key);
    return path;
  }

  /** One ffmpeg at a time: others build and render on the same machine. */
  #next(work) {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #make(recipe, source, path) {
    const partial = `${path}.partial`;
    try {
      await ffmpeg(filmArguments(recipe, source, partial));
      renameSync(partial, path);
      this.made += 1;
    } finally {
      rmSync(partial, { force: true });
    }
  }
}

function ffmpeg(args) {
  return new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: longest, killSignal: 'SIGKILL' });
    let said = '';
    child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2000)));
    child.on('error', (problem) => reject(new Error(`ffmpeg cannot be started: ${problem.message}`)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg: ${said.trim() || `exit ${code}`}`))));
  });
}
