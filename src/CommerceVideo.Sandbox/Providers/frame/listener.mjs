// Longer than any client keeps a quiet connection, so that none is closed under a call: resets come only when asked for.
const idle = 120_000;

/** A server on a port of its own that can be closed and opened again at the same address. */
export class Listener {
  #make;
  #server = null;
  #port;

  constructor(make, port = 0) {
    this.#make = make;
    this.#port = port;
  }

  get address() {
    return `http://127.0.0.1:${this.#port}`;
  }

  get up() {
    return this.#server !== null;
  }

  async open() {
    if (this.#server) {
      return;
    }
    const server = this.#make();
    server.keepAliveTimeout = idle;
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = server.address().port;
    this.#server = server;
  }

  /** Whoever is connected is cut off, as when a machine goes away. */
  async close() {
    const server = this.#server;
    if (!server) {
      return;
    }
    this.#server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}
