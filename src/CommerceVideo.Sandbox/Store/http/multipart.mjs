/** A multipart/form-data body that cannot be read. */
export class MultipartProblem extends Error {}

/** The parts of a form in the order they come; each body is streamed and must be read, or is passed over, before the next. */
export async function* readParts(stream, contentType) {
  const boundary = /^multipart\/form-data\s*;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
  if (!boundary) {
    throw new MultipartProblem('not multipart/form-data with a boundary');
  }
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const window = new Window(stream);
  await drain(window.upTo(delimiter));
  while (!(await atEnd(window))) {
    const body = window.upTo(delimiter);
    yield { ...headers(await text(window.upTo(Buffer.from('\r\n\r\n')))), body };
    await drain(body);
  }
  await drain(window.rest());
}

export async function text(chunks) {
  const all = [];
  for await (const chunk of chunks) {
    all.push(Buffer.from(chunk));
  }
  return Buffer.concat(all).toString('utf8');
}

async function drain(chunks) {
  for await (const _ of chunks) {
    // passed over
  }
}

async function atEnd(window) {
  const after = await window.take(2);
  if (after === '--') {
    return true;
  }
  if (after !== '\r\n') {
    throw new MultipartProblem('a boundary is followed by something else');
  }
  return false;
}

function headers(block) {
  const disposition = /content-disposition:\s*form-data;([^\r\n]*)/i.exec(block)?.[1] ?? '';
  const named = (key) => new RegExp(`(?:^|[;\\s])${key}=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(disposition);
  const name = named('name');
  if (!name) {
    throw new MultipartProblem('a part has no name');
  }
  const filename = named('filename');
  return {
    name: name[1] ?? name[2],
    filename: filename ? (filename[1] ?? filename[2]) : null,
    type: /content-type:\s*([^\r\n]+)/i.exec(block)?.[1].trim() ?? null,
  };
}

class Window {
  #source;
  #held = Buffer.from('\r\n');

  constructor(stream) {
    this.#source = stream[Symbol.asyncIterator]();
  }

  async take(count) {
    while (this.#held.length < count) {
      await this.#more();
    }
    const taken = this.#held.subarray(0, count).toString('latin1');
    this.#held = this.#held.subarray(count);
    return taken;
  }

  async *upTo(mark) {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        const last = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + mark.length);
        yield last;
        return;
      }
      const safe = this.#held.length - mark.length + 1;
      if (safe > 0) {
        const chunk = this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
        yield chunk;
      }
      await this.#more();
    }
  }

  async *rest() {
    this.#held = Buffer.alloc(0);
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) {
      yield next.value;
    }
  }

  async #more() {
    const { value, done } = await this.#source.next();
    if (done) {
      throw new MultipartProblem('the body ends before its last boundary');
    }
    this.#held = Buffer.concat([this.#held, value]);
  }
}
