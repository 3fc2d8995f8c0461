const most = 64 * 1024 * 1024;

/** The bytes behind a media's public address, kept; null when they cannot be had. */
export async function fetchImage(media, blobs) {
  if (!media.address) {
    return null;
  }
  try {
    const reply = await fetch(media.address, { signal: AbortSignal.timeout(10_000) });
    return reply.ok && reply.body ? await blobs.keep(atMost(reply.body)) : null;
  } catch {
    return null;
  }
}

async function* atMost(chunks) {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > most) {
      throw new RangeError('the file is too large to fetch');
    }
    yield chunk;
  }
}
