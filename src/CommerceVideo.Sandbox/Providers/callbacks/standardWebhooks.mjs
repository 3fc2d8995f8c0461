import { createHmac } from 'node:crypto';

/** The headers of Standard Webhooks: one `v1,…` for each secret that is good at present, none at all without a secret. */
export function standardWebhookHeaders(secrets, id, seconds, body) {
  if (!secrets.length) {
    return {};
  }
  const signed = secrets.map((secret) => `v1,${sign(secret, `${id}.${seconds}.${body}`)}`);
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signed.join(' ') };
}

function sign(secret, text) {
  return createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(text)
    .digest('base64');
}
