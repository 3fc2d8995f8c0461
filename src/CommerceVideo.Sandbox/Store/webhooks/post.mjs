import { Agent, request } from 'node:http';

/** Shopify's own patience, in milliseconds. */
export const patience = { connect: 1000, total: 5000 };

/** One try at one address: the status, or in a word why there is none. Redirects are answers like any other. */
export class Post {
  #agent = new Agent({ keepAlive: true, maxSockets: 32 });
  #limits;

  constructor(limits = patience) {
    this.#limits = limits;
  }

  send(address, headers, body) {
    return new Promise((resolve) => {
      const asked = request(address, { method: 'POST', agent: this.#agent, headers: { ...headers, 'Content-Length': body.length } });
      const total = setTimeout(() => asked.destroy(new Error('timeout')), this.#limits.total);
      const connect = setTimeout(() => asked.destroy(new Error('connect timeout')), this.#limits.connect);
      const end = (answer) => {
        clearTimeout(total);
        clearTimeout(connect);
        resolve(answer);
      };
      asked.on('socket', (socket) => (socket.connecting ? socket.once('connect', () => clearTimeout(connect)) : clearTimeout(connect)));
      asked.on('error', (problem) => end(problem.code ?? problem.message));
      asked.on('response', (reply) => {
        reply.resume();
        reply.on('end', () => end(reply.statusCode));
        reply.on('error', () => end('broken answer'));
      });
      asked.end(body);
    });
  }

  close() {
    this.#agent.destroy();
  }
}
