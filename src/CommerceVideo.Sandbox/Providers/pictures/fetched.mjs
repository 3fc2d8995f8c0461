import { PictureProblem } from './problem.mjs';

const patience = 10_000;
const mostBytes = 64 * 1024 * 1024;

/**
 * A picture from its address. Only this machine is ever asked: the sandbox has no business elsewhere, so any other host is
 * one that cannot be reached.
 */
export async function fetchPicture(address, rules) {
  const url = parsed(address);
  if (address.length > (rules.mostUrl ?? Infinity)) {
    throw new PictureProblem('source', `a URL may have at most ${rules.mostUrl} characters`);
  }
  if (rules.strictFetch) {
    judgeHead(await ask(url, 'HEAD', rules), rules);
  }
  const reply = await ask(url, 'GET', rules);
  return atMost(reply, rules.mostBytes ?? mostBytes);
}

function parsed(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    throw new PictureProblem('source', 'is not a valid URL');
  }
  if (!['http:', 'https:'].includes(url.protocol)) {
    throw new PictureProblem('source', 'must be an https URL');
  }
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
    throw new PictureProblem('fetch', 'could not be downloaded');
  }
  return url;
}

async function ask(url, method, rules) {
  let reply;
  try {
    reply = await fetch(url, { method, redirect: rules.strictFetch ? 'manual' : 'follow', signal: AbortSignal.timeout(patience) });
  } catch {
    throw new PictureProblem('fetch', 'could not be downloaded');
  }
  if (!reply.ok) {
    await reply.body?.cancel();
    throw new PictureProblem('fetch', `could not be downloaded: it answered ${reply.status}`);
  }
  return reply;
}

function judgeHead({ headers }, { types }) {
  const type = (headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();
  if (!types.includes(type)) {
    throw new PictureProblem('fetch', `has Content-Type "${type}", which is none of ${types.join(', ')}`);
  }
  if (!headers.get('content-length')) {
    throw new PictureProblem('fetch', 'has no Content-Length');
  }
}

async function atMost(reply, most) {
  const chunks = [];
  let total = 0;
  try {
    for await (const chunk of reply.body) {
      total += chunk.length;
      if (total > most) {
        throw new PictureProblem('bytes', `must be at most ${most} bytes`);
      }
      chunks.push(chunk);
    }
  } catch (problem) {
    throw problem instanceof PictureProblem ? problem : new PictureProblem('fetch', 'could not be downloaded');
  }
  return Buffer.concat(chunks);
}
