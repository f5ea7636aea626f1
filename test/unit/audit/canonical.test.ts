/** The canonical form: what it looks like, and what has none. */
import { describe, expect, test } from '@jest/globals';
import { canonicalBytes, CanonicalError, canonicalText } from '../../../domain/audit/canonical.ts';

describe('canonicalText', () => {
  test.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    [-0, '0'],
    [1e21, '1e+21'],
    [0.1, '0.1'],
    [[], '[]'],
    [{}, '{}'],
    [{ b: 1, a: [2, { d: null, c: 'x' }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
    [{ '10': 1, '9': 2, a: 3, B: 4 }, '{"10":1,"9":2,"B":4,"a":3}'],
    ['镇长\n"\\\u0001', '"镇长\\n\\"\\\\\\u0001"'],
    ['😀', '"😀"'],
    [Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
    [JSON.parse('{"__proto__":{"a":1}}'), '{"__proto__":{"a":1}}'],
  ])('%j', (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  test('sorts by UTF-16 code unit as RFC 8785 (3.2.3) does, not by code point', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const text = canonicalText(Object.fromEntries(keys.map((key) => [key, 0])));
    const order = Object.keys(JSON.parse(text.replace('"1"', '"one"')) as object);
    expect(order).toEqual(['\r', 'one', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']);
  });

  test('is UTF-8 as bytes', () => {
    expect(Buffer.from(canonicalBytes('镇')).toString('hex')).toBe('22e9958722');
  });
});

describe('has no canonical form', () => {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  test.each<[string, unknown, string]>([
    ['undefined', undefined, ''],
    ['undefined in a record', { a: { b: undefined } }, '/a/b'],
    ['a hole in an array', [1, , 3], '/1'],
    ['NaN', { a: [Number.NaN] }, '/a/0'],
    ['an infinity', -Infinity, ''],
    ['a bigint', { 'a/b~c': 1n }, '/a~1b~0c'],
    ['a function', [() => 1], '/0'],
    ['a symbol', Symbol('x'), ''],
    ['a symbol as a key', { [Symbol('x')]: 1 }, ''],
    ['a Date', { at: new Date(0) }, '/at'],
    ['a Map', new Map(), ''],
    ['a lone surrogate', ['\ud83d'], '/0'],
    ['a lone surrogate in a key', { '\ude00': 1 }, '/\ude00'],
  ])('%s', (_title, value, pointer) => {
    expect(() => canonicalText(value)).toThrow(CanonicalError);
    expect(() => canonicalText(value)).toThrow(expect.objectContaining({ pointer }));
  });

  test('a cycle', () => {
    expect(() => canonicalText(cycle)).toThrow('Nested too deeply');
  });
});
