import { randomUUID } from 'node:crypto';

const patience = 3000;
const loopback = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;

/** Before an address is taken it has to give back what it is sent, unchanged and within three seconds. */
export async function echoes(address) {
  if (!loopback.test(address)) {
    return false;
  }
  const challenge = randomUUID();
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ challenge }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    return reply.status === 200 && (await reply.json())?.challenge === challenge;
  } catch {
    return false;
  }
}
