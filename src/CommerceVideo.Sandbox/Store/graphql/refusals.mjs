import { GraphQLError, specifiedRules, validate, visit } from 'graphql';

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
  const errors = validate(schema, document, specifiedRules.map(tagged));
  const paths = errors.length ? pathsOf(document) : new Map();
  return errors.map((error) => worded(error, paths));
}

/** Where each part of a document stands, in Shopify's words: `["query Name", "product", "id"]`. */
function pathsOf(document) {
  const paths = new Map();
  const at = [];
  visit(document, {
    enter(node) {
      const name = partName(node);
      at.push(...(name ? [name] : []));
      paths.set(node, [...at]);
    },
    leave(node) {
      if (partName(node)) {
        at.pop();
      }
    },
  });
  return paths;
}

function partName(node) {
  switch (node.kind) {
    case 'OperationDefinition':
      return node.name ? `${node.operation} ${node.name.value}` : node.operation;
    case 'FragmentDefinition':
      return `fragment ${node.name.value}`;
    case 'InlineFragment':
      return node.typeCondition ? `... on ${node.typeCondition.name.value}` : '...';
    case 'Field':
      return node.alias?.value ?? node.name.value;
    case 'Argument':
    case 'ObjectField':
      return node.name.value;
    default:
      return null;
  }
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

function worded(error, paths) {
  const nodes = error.extensions.code === 'variableMismatch' ? error.nodes.slice(-1) : error.nodes;
  const path = paths.get(nodes?.[0]);
  const { message, extensions } = reworded(error.message, error.extensions, path);
  return new GraphQLError(message, { nodes, path, extensions });
}

/** Shopify's words where they are known; a required input field left out of a literal has a code of its own. */
function reworded(message, extensions, path) {
  let match;
  if ((match = /^Cannot query field "(.+?)" on type "(.+?)"/.exec(message))) {
    const [, fieldName, typeName] = match;
    return {
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: 'undefinedField', typeName, fieldName },
    };
  }
  if ((match = /^Unknown argument "(.+?)" on field "(?:.+\.)?(.+?)"/.exec(message))) {
    const [, argumentName, name] = match;
    return {
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName },
    };
  }
  if ((match = /^Field "(.+?)" argument "(.+?)" of type/.exec(message))) {
    const [, name, argument] = match;
    return {
      message: `Field '${name}' is missing required arguments: ${argument}`,
      extensions: { code: 'missingRequiredArguments', className: 'Field', name, arguments: argument },
    };
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
    return {
      message: `InputObject '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'InputObject', argumentName },
    };
  }
  if ((match = /^Field "(.+?)" of type "(.+?)" must have a selection of subfields/.exec(message))) {
    const [, name, wrapped] = match;
    const typeName = wrapped.replace(/[[\]!]/g, '');
    return {
      message: `Field must have selections (field '${name}' returns ${typeName} but has no selections. Did you mean '${name} { ... }'?)`,
      extensions: { code: 'selectionMismatch', nodeName: `field '${name}'`, typeName },
    };
  }
  if ((match = /^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/.exec(message))) {
    const [, variableName, typeName, expected] = match;
    const argumentName = path.at(-1);
    const errorMessage = expected.replaceAll('!', '') === typeName.replaceAll('!', '') ? 'Nullability mismatch' : 'Type mismatch';
    return {
      message: `${errorMessage} on variable $${variableName} and argument ${argumentName} (${typeName} / ${expected})`,
      extensions: { code: 'variableMismatch', variableName, typeName, argumentName, errorMessage },
    };
  }
  return { message, extensions };
}
