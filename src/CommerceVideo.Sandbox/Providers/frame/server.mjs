import { createServer } from 'node:http';
import { send } from '../../Store/http/answers.mjs';
import { RecordsClosed } from '../../Store/state/records.mjs';
import { Garbled, Refused, Silence } from './refused.mjs';

const json = { 'Content-Type': 'application/json' };

/**
 * A server over a list of `[method, pattern, handler]`; patterns name their parts as `{part}`, `{part*}` takes slashes too.
 * `words` says in the provider's own way what belongs to no handler: noSuchPath, wrongMethod, broken.
 */
export function apiServer(routes, { words, before = () => {}, refused = () => {}, after = setTimeout }) {
  const compiled = routes.map(([method, pattern, handle]) => ({ method, match: compile(pattern), handle }));
  return createServer(async (req, res) => {
    res.on('error', () => {});
    try {
      const request = { req, res, url: new URL(`http://provider.invalid${req.url.startsWith('/') ? req.url : '/'}`) };
      await handlerFor(compiled, request, words, before)(request);
    } catch (problem) {
      answerProblem({ req, res, problem, words, refused, after });
    }
  });
}

function handlerFor(routes, request, words, before) {
  const found = routes.map((route) => ({ ...route, parts: route.match.exec(request.url.pathname)?.groups })).filter(({ parts }) => parts);
  const route = found.find(({ method }) => method === request.req.method || (method === 'GET' && request.req.method === 'HEAD'));
  if (!found.length) {
    throw words.noSuchPath(request);
  }
  if (!route) {
    throw words.wrongMethod(request);
  }
  before(request);
  request.parts = Object.fromEntries(Object.entries(route.parts).map(([name, value]) => [name, decoded(value)]));
  return route.handle;
}

/** A route without parts still has groups, so that a match is told from none. */
function compile(pattern) {
  const source = pattern
    .replace(/[.+?^$()|[\]\\]/g, (c) => `\\${c}`)
    .replace(/\{(\w+)(\*?)\}/g, (_, name, deep) => `(?<${name}>${deep ? '.+' : '[^/]+'})`);
  return new RegExp(`^(?<path>${source})$`);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function answer({ res }, status, body, headers = {}) {
  const whole = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  send(res, status, whole, { ...json, ...headers });
}

function answerProblem({ req, res, problem, words, refused, after }) {
  if (problem instanceof Refused) {
    refused(req, problem);
    answer({ res }, problem.status, problem.body, problem.headers);
    req.resume();
  } else if (problem instanceof Garbled) {
    answer({ res }, 200, problem.body);
  } else if (problem instanceof Silence) {
    const reset = () => res.destroy();
    problem.holdSeconds ? after(problem.holdSeconds * 1000, reset) : reset();
  } else if (problem instanceof RecordsClosed) {
    res.destroy();
  } else if (!['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(problem.code)) {
    process.stderr.write(`${problem.stack ?? problem}\n`);
    const { status, body } = words.broken();
    answer({ res }, status, body);
  }
}
