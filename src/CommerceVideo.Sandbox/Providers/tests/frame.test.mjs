import assert from 'node:assert/strict';
import test from 'node:test';
import { movableClock } from '../clock.mjs';
import { Faults } from '../frame/faults.mjs';
import { decimal, inUnits, millionths, sum, times } from '../frame/money.mjs';
import { check, choice, dotted, either, flag, list, must, number, object, tagged, text, whole } from '../frame/shape.mjs';

test('Money is exact', () => {
  assert.deepEqual([times('0.084', 5), times('0.112', 15), inUnits('0.42', '0.14'), sum(['0.1', '0.2'])], ['0.42', '1.68', '3.0', '0.30']);
  assert.equal(decimal(-millionths('0.042')), '-0.042');
  assert.throws(() => millionths('1.2345678'), RangeError);
  assert.throws(() => millionths('1e3'), RangeError);
});

test('A shape tells each thing that is wrong and where', () => {
  const shape = object({
    name: must(text({ least: 1, most: 3 })),
    seconds: whole({ least: 3, most: 15 }),
    ratio: choice('1:1', '16:9'),
    loud: flag(),
    parts: list(tagged('type', { a: { url: must(text()) } }), { most: 2 }),
    seed: either(number(), list(number())),
  });
  const wrong = (value) => check(shape, value).map(({ path, message }) => `${dotted(path)}: ${message}`);

  assert.deepEqual(wrong({ name: 'a', seconds: 5, ratio: '1:1', loud: true, parts: [{ type: 'a', url: 'x' }], seed: [1] }), []);
  assert.deepEqual(wrong({ seconds: 5.5, ratio: 1, loud: 'yes', parts: [{ type: 'b' }, { type: 'a' }], seed: 'x', more: 1 }), [
    'name: is required',
    'seconds: must be an integer',
    'ratio: must be a string',
    'loud: must be a boolean',
    'parts[0].type: must be one of a',
    'parts[1].url: is required',
    'seed: must be a number',
    'more: is not a known field',
  ]);
  assert.deepEqual(wrong(null), [': must be an object']);
  assert.deepEqual(wrong({ name: 'abcd', seconds: '5' }), ['name: must have at most 3 characters', 'seconds: must be a number']);
});

test('Going forward does what waits at its own time, and what that brings about', () => {
  const clock = movableClock(1000, { standing: true });
  const seen = [];
  clock.after(50, () => seen.push(['b', clock.now()]));
  clock.after(20, () => {
    seen.push(['a', clock.now()]);
    clock.after(10, () => seen.push(['after a', clock.now()]));
  });
  const cancel = clock.after(30, () => seen.push(['cancelled', clock.now()]));
  cancel();

  clock.advance(40);
  assert.deepEqual(seen, [
    ['a', 1020],
    ['after a', 1030],
  ]);
  clock.advance(40);

  assert.deepEqual([seen.at(-1), clock.now()], [['b', 1050], 1080]);
});

test('A clock that goes with the machine does its work by itself, however far away', async () => {
  const clock = movableClock();
  const done = new Promise((resolve) => clock.after(5, resolve));
  clock.after(100 * 86_400_000, () => assert.fail('far too early'));

  await done;

  clock.stop();
});

test('Seeded rates give the same share each time, one fault a submission', () => {
  const shares = () => {
    const faults = new Faults(7);
    faults.set({ rates: { '5xx-after': 0.01, rate: 0.05, 'fail:INTERNAL': 0.1 } });
    const told = {};
    for (let at = 0; at < 10_000; at += 1) {
      const drawn = faults.atSubmission('a dress', String(at), ({ name }) => name === 'rate');
      assert.ok(drawn.length <= 1);
      drawn.forEach(({ name }) => (told[name] = (told[name] ?? 0) + 1));
    }
    return told;
  };

  const first = shares();

  assert.deepEqual(shares(), first);
  assert.ok(first['5xx-after'] > 70 && first['5xx-after'] < 130 && first.rate > 400 && first.fail > 850, JSON.stringify(first));
});

test('Counted faults are taken one by one; #ok keeps them away; a name nobody knows is told', () => {
  const faults = new Faults(1);
  const draw = (prompt) => faults.atSubmission(prompt, prompt, () => false).map(({ name, as }) => [name, as]);

  assert.deepEqual(faults.set({ next: { rates: 1 } }), ['rates']);
  assert.deepEqual(faults.set({ next: { 'fail:ASSET.INVALID': 1 } }), []);

  assert.deepEqual(draw('a #ok'), []);
  assert.deepEqual(draw('a #hashtag'), [['fail', 'ASSET.INVALID']]);
  assert.deepEqual(draw('a'), []);
});
