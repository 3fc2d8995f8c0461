import { GraphQLError, specifiedRules, validate } from 'graphql';

const codes = {
  FieldsOnCorrectTypeRule: 'undefinedField',
  KnownArgumentNamesRule: 'argumentNotAccepted',
  KnownDirectivesRule: 'undefinedDirective',
  KnownFragmentNamesRule: 'useAndDefineFragment',
  KnownTypeNamesRule: 'undefinedType',
  FragmentsOnCompositeTypesRule: 'fragmentOnNonCompositeType',
  NoFragmentCyclesRule: 'infiniteLoop',
  NoUndefinedVariablesRule: 'variableNotDefined',
  NoUnusedFragmentsRule: 'useAndDefineFragment',
  NoUnusedVariablesRule: 'variableNotUsed',
  OverlappingFieldsCanBeMergedRule: 'fieldConflict',
  PossibleFragmentSpreadsRule: 'cannotSpreadFragment',
  ProvidedRequiredArgumentsRule: 'missingRequiredArguments',
  ScalarLeafsRule: 'selectionMismatch',
  UniqueArgumentNamesRule: 'argumentNotUnique',
  UniqueInputFieldNamesRule: 'inputFieldNotUnique',
  UniqueVariableNamesRule: 'variableNotUnique',
  ValuesOfCorrectTypeRule: 'argumentLiteralsIncompatible',
  VariablesAreInputTypesRule: 'variableRequiresValidType',
  VariablesInAllowedPositionRule: 'variableMismatch',
};

/** What the schema refuses in a document, each with the code and wording Shopify gives it. */
export function documentRefusals(schema, document) {
  return validate(schema, document, specifiedRules.map(tagged)).map(worded);
}

function tagged(rule) {
  return (context) => {
    const telling = Object.create(context, {
      reportError: {
        value: (error) => {
          error.extensions.code = codes[rule.name] ?? 'invalid';
          context.reportError(error);
        },
      },
    });
    return rule(telling);
  };
}

function worded(error) {
  const { message, extensions } = reworded(error.message, error.extensions);
  return new GraphQLError(message, { nodes: error.nodes, extensions });
}

/** Shopify's words where they are known; a required input field left out of a literal has a code of its own. */
export function reworded(message, extensions) {
  let match;
  if ((match = /^Cannot query field "(.+?)" on type "(.+?)"/.exec(message))) {
    const [, fieldName, typeName] = match;
    return { message: `Field '${fieldName}' doesn't exist on type '${typeName}'`, extensions: { code: 'undefinedField', typeName, fieldName } };
  }
  if ((match = /^Unknown argument "(.+?)" on field "(?:.+\.)?(.+?)"/.exec(message))) {
    const [, argumentName, name] = match;
    return { message: `Field '${name}' doesn't accept argument '${argumentName}'`, extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName } };
  }
  if ((match = /^Field "(.+?)" argument "(.+?)" of type/.exec(message))) {
    const [, name, argument] = match;
    return { message: `Field '${name}' is missing required arguments: ${argument}`, extensions: { code: 'missingRequiredArguments', className: 'Field', name, arguments: argument } };
  }
  if ((match = /^Field "(.+?)\.(.+?)" of required type "(.+?)" was not provided/.exec(message))) {
    const [, typeName, name, type] = match;
    return {
      message: `Argument '${name}' on InputObject '${typeName}' is required. Expected type ${type}`,
      extensions: { code: 'missingRequiredInputObjectAttribute', argumentName: name, argumentType: type, inputObjectType: typeName },
    };
  }
  if ((match = /^Field "(.+?)" is not defined by type "(.+?)"/.exec(message))) {
    const [, argumentName, name] = match;
    return { message: `InputObject '${name}' doesn't accept argument '${argumentName}'`, extensions: { code: 'argumentNotAccepted', name, typeName: 'InputObject', argumentName } };
  }
  if ((match = /^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/.exec(message))) {
    const [, variableName, typeName, expected] = match;
    return { message: `Type mismatch on variable $${variableName} (${typeName} / ${expected})`, extensions: { code: 'variableMismatch', variableName, typeName } };
  }
  return { message, extensions };
}
