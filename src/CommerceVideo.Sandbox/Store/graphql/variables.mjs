import { GraphQLError, coerceInputValue, isInputType, isNonNullType, print, typeFromAST, valueFromAST } from 'graphql';

/** The operation's variables as the schema takes them, or the INVALID_VARIABLE errors Shopify answers instead. */
export function coerceVariables(schema, operation, given) {
  const values = {};
  const errors = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) {
      continue; // validation has spoken
    }
    if (!Object.hasOwn(given, name) || given[name] === undefined) {
      if (definition.defaultValue) {
        values[name] = valueFromAST(definition.defaultValue, type);
      } else if (isNonNullType(type)) {
        errors.push(refused(definition, null, [{ path: [], explanation: 'Expected value to not be null' }]));
      }
      continue;
    }
    const problems = [];
    const value = coerceInputValue(given[name], type, (path, bad, error) => problems.push(explain(path, bad, error, schema)));
    if (problems.length) {
      errors.push(refused(definition, given[name], problems));
    } else {
      values[name] = value;
    }
  }
  return { values, errors };
}

function refused(definition, value, problems) {
  const type = print(definition.type);
  const list = problems.map(({ path, explanation }) => (path.length ? `${path.join('.')} (${explanation})` : null)).filter(Boolean);
  const where = list.length ? ` for ${list.join(', ')}` : '';
  return new GraphQLError(`Variable $${definition.variable.name.value} of type ${type} was provided invalid value${where}`, {
    nodes: [definition],
    extensions: { code: 'INVALID_VARIABLE', value, problems },
  });
}

function explain(path, value, { message }, schema) {
  let match;
  if ((match = /^Field "(.+?)" of required type ".+" was not provided/.exec(message))) {
    return { path: [...path, match[1]], explanation: 'Expected value to not be null' };
  }
  if (/^Expected non-nullable type/.test(message)) {
    return { path: [...path], explanation: 'Expected value to not be null' };
  }
  if ((match = /^Field "(.+?)" is not defined by type "(.+?)"/.exec(message))) {
    return { path: [...path, match[1]], explanation: `Field is not defined on ${match[2]}` };
  }
  if ((match = /^(?:Value ".*?" does not exist in|Enum) "(.+?)"/s.exec(message))) {
    const values = schema.getType(match[1]).getValues();
    return { path: [...path], explanation: `Expected "${value}" to be one of: ${values.map(({ name }) => name).join(', ')}` };
  }
  return { path: [...path], explanation: message };
}
