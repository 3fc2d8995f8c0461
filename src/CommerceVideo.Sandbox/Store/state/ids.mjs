/** Ids beyond 2^53, as Shopify's own samples have them: whoever reads one as a double is found out here. */
const first = 788032119674292922n;
const step = 32768n;

export function idSource(records) {
  return () => {
    const last = records.get('counter', 'id');
    const id = last === undefined ? first : BigInt(last) + step;
    records.put('counter', 'id', String(id));
    return String(id);
  };
}

export const gid = (type, id) => `gid://shopify/${type}/${id}`;

/** The type and number in a gid, or null for anything that is not one. */
export function parseGid(text) {
  const match = /^gid:\/\/shopify\/([A-Za-z0-9]+)\/([0-9]+)$/.exec(text ?? '');
  return match && { type: match[1], id: match[2] };
}
