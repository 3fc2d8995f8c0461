import { isAbstractType, isEnumType, isListType, isNonNullType, isScalarType } from 'graphql';
import { plausibleScalar } from './scalars.mjs';

/**
 * The one resolver of every field. What the store models it finds on the source (a value, or a function of the
 * arguments); what it does not model is null where the schema lets it be, and otherwise the emptiest value of its type.
 */
export function resolveField(source, args, context, info) {
  const value = source?.[info.fieldName];
  if (typeof value === 'function') {
    return value.call(source, args, context, info);
  }
  if (value === undefined && info.parentType === info.schema.getMutationType()) {
    process.stderr.write(`mutation ${info.fieldName} is not modelled: nothing is done, the answer is null\n`);
  }
  return value === undefined ? plausible(info.returnType, info.schema) : value;
}

export function resolveType(value, context, info, type) {
  return value?.__typename ?? info.schema.getPossibleTypes(type)[0].name;
}

export function plausible(type, schema) {
  if (!isNonNullType(type)) {
    return null;
  }
  const inner = type.ofType;
  if (isListType(inner)) {
    return [];
  }
  if (isScalarType(inner)) {
    return plausibleScalar[inner.name]('0');
  }
  if (isEnumType(inner)) {
    return inner.getValues()[0].value;
  }
  return { __typename: isAbstractType(inner) ? schema.getPossibleTypes(inner)[0].name : inner.name };
}
