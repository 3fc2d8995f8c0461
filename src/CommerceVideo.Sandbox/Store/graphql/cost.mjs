import { getArgumentValues, getNamedType, isAbstractType, isLeafType, isListType, isNonNullType } from 'graphql';

const mutationBase = 10;
const dearer = { fileCreate: 20 };

/**
 * Points of an operation by Shopify's published rules: a scalar costs nothing, an object 1, an interface the dearest of
 * its branches, a connection 2 and its pages' objects, a mutation 10,
 * its errors nothing. With `answer` it counts what really came back.
 */
export function costOf({ schema, operation, fragments, variables }, answer) {
  const walk = { schema, fragments, variables };
  const root = schema.getRootType(operation.operation);
  const inside = selectionCost(walk, root, operation.selectionSet, answer === undefined ? undefined : (answer ?? {}));
  if (operation.operation !== 'mutation') {
    return inside;
  }
  const calls = fieldsOf(walk, operation.selectionSet).filter(({ name }) => name.value !== '__typename');
  return inside + calls.reduce((sum, { name }) => sum + (dearer[name.value] ?? mutationBase) - 1, 0); // the payload object is one of them
}

function selectionCost(walk, type, selectionSet, answer) {
  if (!isAbstractType(type) || answer !== undefined) {
    const actual = answer?.__typename ? (walk.schema.getType(answer.__typename) ?? type) : type;
    return fieldsCost(walk, actual, fieldsOf(walk, selectionSet, isAbstractType(actual) ? null : actual), answer);
  }
  return Math.max(
    0,
    ...walk.schema.getPossibleTypes(type).map((possible) => fieldsCost(walk, possible, fieldsOf(walk, selectionSet, possible), undefined)),
  );
}

function fieldsCost(walk, type, fields, answer) {
  const seen = new Set();
  return fields.reduce((sum, field) => {
    const key = field.alias?.value ?? field.name.value;
    const definition = type.getFields?.()[field.name.value];
    if (!definition || !field.selectionSet || isLeafType(getNamedType(definition.type)) || (answer && answer[key] === undefined)) {
      return sum;
    }
    const again = seen.has(key);
    seen.add(key);
    return sum + fieldCost(walk, type, definition, field, answer?.[key]) - (again ? 1 : 0);
  }, 0);
}

function fieldCost(walk, type, definition, field, answer) {
  if (answer === null || /userErrors$/i.test(field.name.value)) {
    return 0;
  }
  const named = getNamedType(definition.type);
  if (named.name.endsWith('Connection')) {
    return connectionCost(walk, definition, field, named, answer);
  }
  const inner = isNonNullType(definition.type) ? definition.type.ofType : definition.type;
  const own = isListType(inner) && type.name.endsWith('Payload') ? 0 : 1; // as captured: the list a mutation hands back is free
  if (isListType(inner) && Array.isArray(answer)) {
    return answer.filter(Boolean).reduce((sum, one) => sum + own + selectionCost(walk, named, field.selectionSet, one), 0);
  }
  const times = isListType(inner) && answer === undefined ? askedIds(walk, definition, field) : 1;
  return times * (own + selectionCost(walk, named, field.selectionSet, answer));
}

function askedIds(walk, definition, field) {
  const { ids } = getArgumentValues(definition, field, walk.variables);
  return Array.isArray(ids) ? ids.length : 1;
}

function connectionCost(walk, definition, field, type, answer) {
  const { first, last } = getArgumentValues(definition, field, walk.variables);
  const size = Math.max(0, first ?? last ?? 0);
  return fieldsOf(walk, field.selectionSet, type).reduce((sum, part) => {
    const name = part.name.value;
    if (name !== 'nodes' && name !== 'edges') {
      return sum;
    }
    const rows = answer === undefined ? Array(size).fill(undefined) : (answer[part.alias?.value ?? name] ?? []);
    const rowType = getNamedType(type.getFields()[name].type);
    const one = (row) => (name === 'nodes' ? 1 : 0) + selectionCost(walk, rowType, part.selectionSet, row);
    return sum + (answer === undefined ? size * (size ? one(undefined) : 0) : rows.reduce((all, row) => all + one(row ?? {}), 0));
  }, 2);
}

/** The fields a selection makes on one type, its fragments opened. */
function fieldsOf({ schema, fragments }, selectionSet, type = null) {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === 'Field') {
      return [selection];
    }
    const fragment = selection.kind === 'FragmentSpread' ? fragments[selection.name.value] : selection;
    const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const fits = !condition || !type || condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
    return fits && fragment ? fieldsOf({ schema, fragments }, fragment.selectionSet, type) : [];
  });
}
