import { GraphQLError } from 'graphql';

const texts = (name, pattern) => (value) => {
  if (typeof value !== 'string' || !pattern.test(value)) {
    throw new GraphQLError(`invalid ${name} '${typeof value === 'string' ? value : JSON.stringify(value)}'`);
  }
  return value;
};

const anyText = /^[\s\S]*$/;
const decimal = (name) => (value) => texts(name, /^-?\d+(\.\d+)?$/)(typeof value === 'number' ? String(value) : value);

/** Shopify's own scalars: what each takes and gives. A 64-bit number travels as text, so that nobody rounds it. */
export const scalars = {
  ARN: { reads: texts('ARN', /^arn:/) },
  BigInt: { reads: texts('BigInt', /^-?\d+$/) },
  Color: { reads: texts('color', /^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/) },
  Date: { reads: texts('date', /^\d{4}-\d{2}-\d{2}$/) },
  DateTime: { reads: texts('DateTime', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/) },
  Decimal: { reads: decimal('Decimal'), writes: texts('Decimal', /^-?\d+(\.\d+)?$/) },
  FormattedString: { reads: texts('FormattedString', anyText) },
  HTML: { reads: texts('HTML', anyText) },
  JSON: { reads: (value) => value },
  Money: { reads: decimal('money'), writes: texts('money', /^-?\d+(\.\d+)?$/) },
  StorefrontID: { reads: texts('StorefrontID', anyText) },
  URL: { reads: texts('url', /^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$/) },
  UnsignedInt64: { reads: texts('UnsignedInt64', /^\d{1,20}$/) },
  UtcOffset: { reads: texts('UtcOffset', /^[+-]\d{2}:\d{2}$/) },
};

export const plausibleScalar = {
  ID: (path) => `gid://shopify/Unmodelled/${path}`,
  String: () => '',
  Int: () => 0,
  Float: () => 0,
  Boolean: () => false,
  ARN: () => 'arn:aws:events:us-east-1::event-source/aws.partner/shopify.com/1/none',
  BigInt: () => '0',
  Color: () => '#000000',
  Date: () => '2026-01-01',
  DateTime: () => '2026-01-01T00:00:00Z',
  Decimal: () => '0.0',
  FormattedString: () => '',
  HTML: () => '',
  JSON: () => ({}),
  Money: () => '0.00',
  StorefrontID: () => 'none',
  URL: () => 'https://shopify.invalid/unmodelled',
  UnsignedInt64: () => '0',
  UtcOffset: () => '+00:00',
};
