import { createServer } from 'node:http';
import { RecordsClosed } from '../state/records.mjs';
import { Refusal, send, sendJson } from './answers.mjs';
import { MultipartProblem } from './multipart.mjs';

/** A server over a list of `[method, pattern, handler]`; patterns name their parts as `{part}`, `{part*}` takes slashes too. */
export function httpServer(routes) {
  const compiled = routes.map(([method, pattern, handle]) => ({ method, match: compile(pattern), handle }));
  return createServer(async (req, res) => {
    try {
      await route(compiled, req, res);
    } catch (problem) {
      answerProblem(res, problem);
    }
  });
}

async function route(routes, req, res) {
  const url = new URL(req.url, 'http://store.invalid');
  const allowed = [];
  for (const { method, match, handle } of routes) {
    const found = match.exec(url.pathname);
    if (!found) {
      continue;
    }
    if (method === req.method || (method === 'GET' && req.method === 'HEAD')) {
      await handle({ req, res, url, parts: decoded(found.groups) });
      return;
    }
    allowed.push(method);
  }
  if (allowed.length) {
    sendJson(res, 405, { errors: 'Method Not Allowed' }, { Allow: allowed.join(', ') });
  } else {
    sendJson(res, 404, { errors: 'Not Found' });
  }
}

function compile(pattern) {
  const source = pattern
    .replace(/[.+?^$()|[\]\\]/g, (c) => `\\${c}`)
    .replace(/\{(\w+)(\*?)\}/g, (_, name, deep) => `(?<${name}>${deep ? '.+' : '[^/]+'})`);
  return new RegExp(`^${source}$`);
}

function decoded(groups = {}) {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    throw new Refusal(400, { errors: 'Bad Request' });
  }
}

function answerProblem(res, problem) {
  if (problem instanceof Refusal) {
    const text = typeof problem.body === 'string' ? problem.body : JSON.stringify(problem.body);
    send(res, problem.status, text, { 'Content-Type': 'application/json; charset=utf-8', ...problem.headers });
  } else if (problem instanceof MultipartProblem) {
    sendJson(res, 400, { errors: problem.message });
  } else if (problem instanceof RecordsClosed) {
    res.destroy();
  } else if (problem.code !== 'ECONNRESET' && problem.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
    process.stderr.write(`${problem.stack ?? problem}\n`);
    sendJson(res, 500, { errors: 'Internal Server Error' });
  }
}
