export function handleFor(title, taken) {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const stem = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'product';
  let handle = stem;
  for (let next = 1; taken(handle); next++) {
    handle = `${stem}-${next}`;
  }
  return handle;
}
