/** JSON with 64-bit numbers: `bigint` is written as a plain number, and read back from one that a double could not hold. */
export function writeBigJson(value) {
  if (typeof value === 'bigint') {
    return String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((one) => writeBigJson(one ?? null)).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${writeBigJson(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Every integer is read as a `bigint`; other numbers as usual. Throws on what is not JSON. */
export function readBigJson(text) {
  JSON.parse(text);
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => {
    if (token[0] === '"') {
      return `"s${token.slice(1)}`;
    }
    return /^-?\d+$/.test(token) ? `"i${token}"` : token;
  });
  return unmark(JSON.parse(marked));
}

function unmark(value) {
  if (typeof value === 'string') {
    return value[0] === 'i' ? BigInt(value.slice(1)) : value.slice(1);
  }
  if (Array.isArray(value)) {
    return value.map(unmark);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.slice(1), unmark(one)]));
  }
  return value;
}

/** As Shopify sends it: compact, `/` and the signs that could end a script escaped. */
export function railsJson(value) {
  const escaped = { '/': '\\/', '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };
  return writeBigJson(value).replace(/[/<>&\u2028\u2029]/g, (sign) => escaped[sign]);
}
