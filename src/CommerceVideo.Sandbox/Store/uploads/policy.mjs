import { createHmac, timingSafeEqual } from 'node:crypto';

/** What an upload must keep to, as the form carries it: base64 JSON and its signature. */
export function sealPolicy(conditions, expiresAt, key) {
  const policy = Buffer.from(JSON.stringify({ expiration: new Date(expiresAt).toISOString(), conditions })).toString('base64');
  return { policy, signature: signPolicy(policy, key) };
}

export function signPolicy(policy, key) {
  return createHmac('sha256', key).update(policy).digest('base64');
}

/** The policy a form carries, or null when it is not one of ours. */
export function openPolicy(policy, signature, key) {
  const ours = Buffer.from(signPolicy(policy ?? '', key));
  const theirs = Buffer.from(signature ?? '');
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) {
    return null;
  }
  return JSON.parse(Buffer.from(policy, 'base64').toString('utf8'));
}

const always = new Set(['policy', 'signature', 'x-goog-signature', 'GoogleAccessId', 'file']);

/** The first thing about a form's fields that its policy does not allow, or null. */
export function policyProblem({ conditions, expiration }, fields, bucket, now) {
  if (Date.parse(expiration) <= now) {
    return 'Policy expired.';
  }
  const allowed = new Map(conditions.filter(([kind]) => kind === 'eq').map(([, name, value]) => [name.slice(1), value]));
  for (const [name, value] of allowed) {
    const given = name === 'bucket' ? bucket : fields.get(name);
    if (given !== value) {
      return `Policy did not reference these fields or their values differ: ${name}`;
    }
  }
  const extra = [...fields.keys()].filter((name) => !always.has(name) && !allowed.has(name));
  return extra.length ? `Extra input fields: ${extra.join(',')}` : null;
}

export function lengthRange({ conditions }) {
  const [, least, most] = conditions.find(([kind]) => kind === 'content-length-range') ?? [null, 0, Infinity];
  return { least, most };
}
