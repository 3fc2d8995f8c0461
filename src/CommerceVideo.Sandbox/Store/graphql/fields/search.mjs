/**
 * Shopify's search syntax as far as the store's lists need it: `field:value`, `field:>=value`, quotes, `-field:value`,
 * `OR`, bare words; a field nobody knows is left aside, as Shopify does.
 */
export function matcher(query, fields) {
  const groups = (query ?? '').trim() ? split(query) : [];
  const any = groups.map((terms) => terms.map((term) => test(term, fields)));
  return (item) => !any.length || any.some((tests) => tests.every((one) => one(item)));
}

function split(query) {
  const groups = [[]];
  for (const [word] of query.matchAll(/(?:[^\s"']+:)?(?:[<>]=?)?(?:"[^"]*"|'[^']*'|[^\s"']+)/g)) {
    if (word === 'OR') {
      groups.push([]);
    } else if (word !== 'AND') {
      groups.at(-1).push(word);
    }
  }
  return groups.filter((terms) => terms.length);
}

function test(term, fields) {
  const match = /^(-?)(?:(\w+):)?(>=|<=|>|<)?(["']?)(.*?)\4$/s.exec(term);
  const [, not, name, comparator = ':', , value] = match;
  const read = fields[name ?? 'default'];
  if (!read) {
    return () => true;
  }
  const holds = (item) => [read(item)].flat().some((found) => compare(found, comparator, value));
  return not ? (item) => !holds(item) : holds;
}

function compare(found, comparator, wanted) {
  if (found === null || found === undefined) {
    return false;
  }
  if (comparator === ':') {
    return equal(found, wanted);
  }
  const [a, b] =
    typeof found === 'number' ? [found, Number.isNaN(Number(wanted)) ? Date.parse(wanted) : Number(wanted)] : [String(found), wanted];
  return { '>=': a >= b, '<=': a <= b, '>': a > b, '<': a < b }[comparator];
}

function equal(found, wanted) {
  if (typeof found === 'number') {
    return found === (Number.isNaN(Number(wanted)) ? Date.parse(wanted) : Number(wanted));
  }
  const [text, asked] = [String(found).toLowerCase(), wanted.toLowerCase()];
  return asked.endsWith('*')
    ? text
        .split(/\s+/)
        .concat(text)
        .some((word) => word.startsWith(asked.slice(0, -1)))
    : text === asked || text.split(/[\s-]+/).includes(asked);
}
