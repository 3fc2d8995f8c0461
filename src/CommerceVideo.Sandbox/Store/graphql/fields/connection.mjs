import { GraphQLError } from 'graphql';

const largest = 250;

/** A page of a list, as all of Shopify's connections page: by `first`/`after` or `last`/`before`, one of them given. */
export function connection(items, args, view, idOf = (item) => item.id) {
  const size = pageSize(args);
  const ordered = args.reverse ? [...items].reverse() : items;
  const from = args.after ? position(ordered, args.after, idOf) + 1 : 0;
  const to = args.before ? position(ordered, args.before, idOf) : ordered.length;
  const window = ordered.slice(from, Math.max(from, to));
  const page = args.first != null ? window.slice(0, size) : window.slice(Math.max(0, window.length - size));
  const start = args.first != null ? from : to - page.length;
  const cursor = (item) => Buffer.from(JSON.stringify({ last_id: idOf(item) })).toString('base64');
  return {
    nodes: () => page.map(view),
    edges: () => page.map((item) => ({ cursor: cursor(item), node: view(item) })),
    pageInfo: {
      hasNextPage: start + page.length < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: page.length ? cursor(page[0]) : null,
      endCursor: page.length ? cursor(page.at(-1)) : null,
    },
  };
}

function pageSize({ first, last }) {
  if (first == null && last == null) {
    throw new GraphQLError('you must provide one of first or last');
  }
  if (first != null && last != null) {
    throw new GraphQLError('providing both first and last is not supported');
  }
  const size = first ?? last;
  if (size < 1 || size > largest) {
    throw new GraphQLError(`${first == null ? 'last' : 'first'} must be between 1 and ${largest}`, { extensions: { code: 'BAD_REQUEST' } });
  }
  return size;
}

function position(items, cursor, idOf) {
  let id;
  try {
    id = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')).last_id;
  } catch {
    id = undefined;
  }
  const at = items.findIndex((item) => idOf(item) === id);
  if (at < 0) {
    throw new GraphQLError('Invalid cursor for current pagination sort.');
  }
  return at;
}
