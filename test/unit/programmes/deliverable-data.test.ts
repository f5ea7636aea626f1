/** Data of tables against their JSON Schema: pointers, words, and what is refused before it is judged. */
import { describe, expect, test } from '@jest/globals';
import { schemaFaults, validateData } from '../../../programmes/deliverable-data.ts';

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    rows: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'on'],
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 5 },
          on: { type: 'string', format: 'date' },
          size: { type: 'integer', minimum: 0, maximum: 9 },
          colour: { type: 'string', enum: ['red', 'blue'] },
        },
      },
    },
  },
};

const ROW = { name: 'one', on: '2013-12-05', size: 3, colour: 'red' };

test('data that satisfies the schema has no fault', () => {
  expect(validateData(SCHEMA, { rows: [ROW] })).toEqual([]);
});

describe('a fault points at its place and says why in both languages', () => {
  test.each<readonly [unknown, string, string, string]>([
    [null, '', '类型须为 object', 'This must be object'],
    [{}, '/rows', '缺少此项', 'This is missing'],
    [{ rows: [] }, '/rows', '至少 1 项', 'This must NOT have fewer than 1 items'],
    [
      { rows: [{ ...ROW, 'a/b~c': 1 }] },
      '/rows/0/a~1b~0c',
      '不应有此项',
      'This is not expected here',
    ],
    [
      { rows: [{ ...ROW, on: '2013-02-30' }] },
      '/rows/0/on',
      '不是有效日期（YYYY-MM-DD）',
      'This is not a valid date (YYYY-MM-DD)',
    ],
    [{ rows: [{ ...ROW, size: 10 }] }, '/rows/0/size', '不得大于 9', 'This must be <= 9'],
    [{ rows: [{ ...ROW, size: 1.5 }] }, '/rows/0/size', '类型须为 integer', 'This must be integer'],
    [
      { rows: [{ ...ROW, name: 'longer' }] },
      '/rows/0/name',
      '最多 5 个字符',
      'This must NOT have more than 5 characters',
    ],
    [
      { rows: [{ ...ROW, colour: 'green' }] },
      '/rows/0/colour',
      '须为以下之一："red", "blue"',
      'This must be one of "red", "blue"',
    ],
  ])('%j', (...[data, pointer, zh, en]) => {
    const faults = validateData(SCHEMA, data);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.pointer).toBe(pointer);
    expect(faults[0]?.message.zh).toBe(zh);
    expect(faults[0]?.message.en).toBe(en);
  });
});

test('every fault is listed, up to a bound', () => {
  const rows = Array.from({ length: 500 }, () => ({ ...ROW, size: -1 }));
  expect(validateData(SCHEMA, { rows: [{}, { name: '' }] })).toHaveLength(4);
  expect(validateData(SCHEMA, { rows })).toHaveLength(200);
});

test('data too large or too deep is refused unread', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(validateData(SCHEMA, deep)).toMatchObject([{ code: 'data-too-large' }]);
  expect(validateData(SCHEMA, Array(20_001).fill(0))).toMatchObject([{ code: 'data-too-large' }]);
});

describe('a schema', () => {
  test.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['of another document', { $ref: 'https://example.org/schema' }],
    ['with a regular expression', { type: 'string', pattern: '(a+)+$' }],
    ['with names by regular expression', { type: 'object', patternProperties: { '(a+)+$': true } }],
    ['with pairwise comparison', { type: 'array', uniqueItems: true }],
    ['with a keyword that does not exist', { typo: 'object' }],
    ['with a type that does not exist', { type: 'song' }],
    ['that is asynchronous', { $async: true, type: 'object' }],
  ])('%s cannot be used', (_what, schema) => {
    expect(schemaFaults(schema, '/schema')).toMatchObject([
      { pointer: '/schema', code: 'schema-invalid' },
    ]);
    expect(validateData(schema, {})).toMatchObject([{ pointer: '', code: 'schema-invalid' }]);
  });

  test('does not see the one before it by its id', () => {
    const named = { $id: 'https://example.org/named', type: 'string' };
    expect(schemaFaults(named, '')).toEqual([]);
    expect(schemaFaults({ ...named }, '')).toEqual([]);
    expect(schemaFaults({ $ref: 'https://example.org/named' }, '')).toHaveLength(1);
  });
});
