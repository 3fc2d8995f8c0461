import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, isScalarType } from 'graphql';
import { scalars } from './scalars.mjs';

export const apiVersion = '2026-10';

let loaded = null;

/** Shopify's real Admin schema, its own scalars made strict both ways; read once. */
export function loadSchema() {
  loaded ??= read();
  return loaded;
}

function read() {
  const file = new URL(`../schema/admin_${apiVersion}.json.gz`, import.meta.url);
  const introspection = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
  const schema = buildClientSchema(introspection.data ?? introspection);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type) && scalars[type.name]) {
      const { reads, writes } = scalars[type.name];
      type.parseValue = reads;
      type.parseLiteral = (node, variables) => reads(literal(node, variables, type.name));
      type.serialize = writes ?? reads;
    }
  }
  return schema;
}

function literal(node, variables, name) {
  switch (node.kind) {
    case 'StringValue':
    case 'BooleanValue':
      return node.value;
    case 'IntValue':
    case 'FloatValue':
      return Number(node.value);
    case 'NullValue':
      return null;
    case 'Variable':
      return variables?.[node.name.value];
    case 'ListValue':
      return node.values.map((one) => literal(one, variables, name));
    case 'ObjectValue':
      return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value, variables, name)]));
    default:
      throw new TypeError(`${node.kind} is no value for ${name}`);
  }
}
