import { Refusal } from './answers.mjs';

const limit = 10 * 1024 * 1024;

export async function readBytes(req, most = limit) {
  const chunks = [];
  let total = 0;
  for await (const chunk of req) {
    total += chunk.length;
    if (total > most) {
      throw new Refusal(413, { errors: 'Payload Too Large' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJson(req) {
  const bytes = await readBytes(req);
  try {
    return bytes.length ? JSON.parse(bytes.toString('utf8')) : {};
  } catch {
    throw new Refusal(400, { errors: 'The body is not JSON' });
  }
}

/** The members of a JSON or form body, as the token endpoint takes both. */
export async function readMembers(req) {
  const type = (req.headers['content-type'] ?? '').toLowerCase();
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams((await readBytes(req)).toString('utf8')));
  }
  if (!type.startsWith('application/json')) {
    throw new Refusal(415, { error: 'invalid_request', error_description: 'Send JSON or a form' });
  }
  const members = await readJson(req);
  return members !== null && typeof members === 'object' && !Array.isArray(members) ? members : {};
}
