import { open } from 'node:fs/promises';
import { RecordsClosed } from '../state/records.mjs';
import { fetchImage } from './fetchImage.mjs';
import { posterOf, probeVideo } from './ffmpeg.mjs';
import { readImageHeader } from './imageHeader.mjs';
import { judgeImage, judgeVideo } from './judge.mjs';

const headerBytes = 1024 * 1024;

/** Takes media from UPLOADED over PROCESSING to READY or FAILED, in its own time, one decode at once. */
export class MediaWorker {
  #library;
  #catalog;
  #blobs;
  #clock;
  #faults;
  #seconds;
  #line = Promise.resolve();

  constructor({ library, catalog, blobs, clock, faults, settings }) {
    this.#library = library;
    this.#catalog = catalog;
    this.#blobs = blobs;
    this.#clock = clock;
    this.#faults = faults;
    this.#seconds = settings.mediaSeconds;
  }

  /** Picks up what a stopped store left unfinished. */
  resume() {
    for (const media of this.#library.unfinished()) {
      this.begin(media);
    }
  }

  begin(media) {
    if (media.awaited) {
      return; // a webhook body spoke of it before its bytes were known; a later body brings them
    }
    this.#clock.after(this.#seconds * 200, () => this.#library.change(media.id, { status: 'PROCESSING' }));
    this.#clock.after(this.#seconds * 1000, () => {
      this.#line = this.#line.then(() => this.#finish(media.id)).catch(report);
    });
  }

  async #finish(id) {
    const media = this.#library.get(id);
    if (!media || media.status === 'READY' || media.status === 'FAILED') {
      return;
    }
    const outcome = await this.#outcome(media);
    if (!this.#library.get(id)) {
      return;
    }
    this.#library.change(id, outcome.error ? { status: 'FAILED', errors: [outcome.error] } : { status: 'READY', ...outcome });
    for (const product of this.#catalog.withMedia(id)) {
      this.#catalog.update(product, () => ({}));
    }
  }

  async #outcome(media) {
    const injected = this.#faults.mediaFailure(media.filename);
    if (injected) {
      return { error: injected };
    }
    const source = media.source ?? (await fetchImage(media, this.#blobs));
    if (!source) {
      const code = media.type === 'Video' ? 'GENERIC_FILE_DOWNLOAD_FAILURE' : 'IMAGE_DOWNLOAD_FAILURE';
      return { error: { code, message: 'The file could not be downloaded.', details: null } };
    }
    return media.type === 'Video' ? this.#video(source) : this.#image(source);
  }

  async #image(source) {
    const header = readImageHeader(await firstBytes(this.#blobs.path(source.sha256)));
    const error = judgeImage(header, source.bytes);
    return error ? { error } : { source: { ...source, mime: header.mime }, width: header.width, height: header.height };
  }

  async #video(source) {
    const path = this.#blobs.path(source.sha256);
    const probe = source.bytes ? await probeVideo(path) : null;
    const error = judgeVideo(probe, source.bytes);
    if (error) {
      return { error };
    }
    const poster = await posterOf(path);
    if (!poster) {
      return { error: { code: 'VIDEO_VALIDATION_ERROR', message: 'The video could not be decoded.', details: null } };
    }
    const mime = { mp4: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm' }[probe.container];
    return {
      source: { ...source, mime },
      format: probe.container,
      width: probe.video.width,
      height: probe.video.height,
      duration: Math.round(probe.seconds * 1000),
      poster: (await this.#blobs.keep([poster])).sha256,
    };
  }
}

function report(problem) {
  if (!(problem instanceof RecordsClosed)) {
    process.stderr.write(`${problem.stack}\n`);
  }
}

async function firstBytes(path) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
