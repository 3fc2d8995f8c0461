const patience = 2000;

/** What the video stand-ins tell of themselves, when the store was told where their control server is; nothing when they are down. */
export async function providersOf({ settings }) {
  if (!settings.providers) {
    return [];
  }
  try {
    const reply = await fetch(`${settings.providers}/_sandbox/state`, { signal: AbortSignal.timeout(patience) });
    const { providers } = await reply.json();
    return Array.isArray(providers) ? providers : [];
  } catch {
    return [];
  }
}
