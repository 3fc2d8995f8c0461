import { Agent, request } from 'node:http';

const connectLimit = 1000;
const totalLimit = 5000;

/** One try at one address: the status, or in a word why there is none. Redirects are answers like any other. */
export class Post {
  #agent = new Agent({ keepAlive: true, maxSockets: 32 });

  send(address, headers, body) {
    return new Promise((resolve) => {
      const asked = request(address, { method: 'POST', agent: this.#agent, headers: { ...headers, 'Content-Length': body.length } });
      const total = setTimeout(() => asked.destroy(new Error('timeout')), totalLimit);
      const connect = setTimeout(() => asked.destroy(new Error('connect timeout')), connectLimit);
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
