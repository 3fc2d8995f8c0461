import { GraphQLError, Kind, execute, getOperationAST, parse } from 'graphql';
import { costOf } from './cost.mjs';
import { mostPerQuery } from './leakyBucket.mjs';
import { resolveField, resolveType } from './plausible.mjs';
import { documentRefusals } from './refusals.mjs';
import { rootFor } from './roots.mjs';
import { loadSchema } from './schema.mjs';
import { coerceVariables } from './variables.mjs';

const limitsPage = 'https://shopify.dev/api/usage/rate-limits';

/** Runs one question of an app: `{kind, reply}`, the reply being what Shopify would answer with HTTP 200. */
export async function runOperation({ query, variables, operationName }, world) {
  const schema = loadSchema();
  const read = readDocument(query, operationName, schema);
  if (read.errors) {
    return { kind: null, reply: { errors: read.errors } };
  }
  const { document, operation } = read;
  const { values, errors } = coerceVariables(schema, operation, variables);
  if (errors.length) {
    return { kind: null, reply: { errors } };
  }
  const measured = { schema, operation, fragments: fragmentsOf(document), variables: values };
  const requested = costOf(measured);
  const refusal = costRefusal(requested, world);
  if (refusal) {
    return { kind: null, reply: refusal };
  }
  const result = await execute({
    schema,
    document,
    operationName,
    rootValue: rootFor(operation.operation, world),
    contextValue: world,
    variableValues: variables,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  reportUnforeseen(result.errors);
  const actual = Math.min(requested, costOf(measured, result.data ?? null));
  world.buckets.giveBack(world.shop, requested - actual);
  return { kind: operation.operation, reply: { ...result, extensions: { cost: cost(requested, actual, world) } } };
}

function readDocument(query, operationName, schema) {
  let document;
  try {
    document = parse(query, { maxTokens: 20_000 });
  } catch (problem) {
    return {
      errors: [syntaxError(problem)],
    };
  }
  const refusals = documentRefusals(schema, document);
  if (refusals.length) {
    return { errors: refusals };
  }
  const operation = getOperationAST(document, operationName);
  return operation
    ? { document, operation }
    : { errors: [new GraphQLError(operationName ? `No operation named "${operationName}"` : 'An operation name is required')] };
}

function syntaxError({ message, source, positions, locations }) {
  const at = locations?.[0] ? ` at [${locations[0].line}, ${locations[0].column}]` : '';
  const text = message.replace(/^Syntax Error: /, 'syntax error, ').replace(/\.$/, '');
  return new GraphQLError(`${text}${at}`, { source, positions, extensions: { code: 'PARSE_ERROR' } });
}

function costRefusal(requested, { buckets, faults, shop, ...world }) {
  if (requested > mostPerQuery) {
    const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${mostPerQuery}).`;
    const extensions = { code: 'MAX_COST_EXCEEDED', cost: requested, maxCost: mostPerQuery, documentation: limitsPage };
    return { errors: [{ message, extensions }] };
  }
  if (faults.take('graphqlThrottled') || !buckets.take(shop, requested)) {
    return {
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED', documentation: limitsPage } }],
      extensions: { cost: cost(requested, null, { buckets, shop, ...world }) },
    };
  }
  return null;
}

function cost(requested, actual, { buckets, shop }) {
  return { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: buckets.status(shop) };
}

function fragmentsOf(document) {
  const found = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(found.map((fragment) => [fragment.name.value, fragment]));
}

/** An error nobody here threw on purpose is this store's own defect: it must be seen. */
function reportUnforeseen(errors = []) {
  for (const { originalError } of errors) {
    if (originalError && !(originalError instanceof GraphQLError)) {
      process.stderr.write(`${originalError.stack}\n`);
    }
  }
}
