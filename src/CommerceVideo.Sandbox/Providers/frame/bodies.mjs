/** A body that cannot be taken: `kind` is `type`, `size` or `json`; each provider says it in its own words. */
export class BodyProblem extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

export async function readBytes(req, most) {
  const chunks = [];
  let total = 0;
  for await (const chunk of req) {
    total += chunk.length;
    if (total > most) {
      throw new BodyProblem('size', `the body is larger than ${most} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An object sent as JSON and said to be JSON. */
export async function readJson(req, most = 96 * 1024 * 1024) {
  if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')) {
    throw new BodyProblem('type', 'Content-Type must be application/json');
  }
  const bytes = await readBytes(req, most);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BodyProblem('json', 'the body is not valid JSON');
  }
}
