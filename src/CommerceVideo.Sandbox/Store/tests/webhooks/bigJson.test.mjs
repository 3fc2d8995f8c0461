import assert from 'node:assert/strict';
import test from 'node:test';
import { railsJson, readBigJson, writeBigJson } from '../../webhooks/bigJson.mjs';

test('A 64-bit number is read and written to the last digit', () => {
  const text = '{"id":9223372036854775807,"list":[-9007199254740993,1.5,null,true],"text":"id:12 \\"9007199254740993\\""}';

  const value = readBigJson(text);

  assert.equal(value.id, 9223372036854775807n);
  assert.deepEqual(value.list, [-9007199254740993n, 1.5, null, true]);
  assert.equal(value.text, 'id:12 "9007199254740993"');
  assert.equal(writeBigJson(value), text);
});

test('Names that look like numbers, and exponents, stay what they are', () => {
  assert.deepEqual(readBigJson('{"7":"i8","e":1e3,"i":"s"}'), { 7: 'i8', e: 1000, i: 's' });
});

test('What is not JSON is refused', () => {
  assert.throws(() => readBigJson('{"id":12'), SyntaxError);
  assert.throws(() => readBigJson('{id:12}'), SyntaxError);
});

test('Slashes and signs of markup are escaped as Rails does', () => {
  assert.equal(railsJson({ a: '</p>&\u2028', b: undefined, c: [undefined] }), '{"a":"\\u003c\\/p\\u003e\\u0026\\u2028","c":[null]}');
});
