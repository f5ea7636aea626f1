/** Checks with faulty parameters, and with data that were made to hurt. */
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkReferenceFaults,
  runChecks,
  suitExample,
} from '../../../domain/definition/checks/index.ts';
import type { CheckReference } from '../../../domain/definition/types.ts';
import { ALL, CERTIFIED, COMMITTEE, IN_2013, REHABILITATION } from '../../support/duty-checks.ts';

describe('parameters', () => {
  test.each<readonly [string, object, readonly string[]]>([
    ['members-range', {}, ['/min', '/max', '/minWomen', '/name', '/sex', '/woman']],
    ['members-range', { ...COMMITTEE.params, max: 4 }, ['/max']],
    ['members-range', { ...COMMITTEE.params, committee: '__proto__' }, ['/committee']],
    ['ratio-per', { ...REHABILITATION.params, per: 0 }, ['/per']],
    [
      'ratio-per',
      { ...REHABILITATION.params, count: 1.5, where: {} },
      ['/count', '/where/column', '/where/equals'],
    ],
    ['minimum-rows', { minimum: 0, date: 1, who: '' }, ['/minimum', '/date', '/who']],
    ['hours-at-least', { hours: 'hours', least: Number.NaN }, ['/least']],
    [
      'hours-at-least',
      { ...CERTIFIED.params, where: { column: 'x', equals: null } },
      ['/where/equals'],
    ],
    ['cost-split', {}, ['/payers']],
    [
      'cost-split',
      { payers: [{ key: 'a-b', title: { zh: '甲', en: 'a' }, percent: 100 }] },
      ['/payers/0/key'],
    ],
    [
      'cost-split',
      { payers: [{ key: 'a', title: { zh: '甲', en: 'a' }, percent: 40 }] },
      ['/payers'],
    ],
    [
      'share-at-least',
      { percent: 101, of: 'most' },
      ['/percent', '/numerator', '/denominator', '/of'],
    ],
    ['share-at-least', { percent: 50, counting: 7 }, ['/counting/column', '/counting/equals']],
  ])('of %s, when they are %j', (name, params, pointers) => {
    const faults = checkReferenceFaults({ name, params: params as CheckReference['params'] }, '');
    expect(faults.map(({ pointer }) => pointer)).toEqual(
      pointers.map((pointer) => `/params${pointer}`),
    );
    for (const { message } of faults) expect(message.zh !== '' && message.en !== '').toBe(true);
  });

  it('that are right have no fault', () => {
    for (const reference of ALL) {
      expect(checkReferenceFaults(reference, '')).toEqual([]);
    }
  });
});

describe.each(ALL)('hostile data for $name', (reference) => {
  const row = fc.oneof(
    fc.anything(),
    fc.dictionary(
      fc.constantFrom(
        'name',
        'sex',
        'community',
        'workers',
        'people',
        'deputy',
        'on',
        'hours',
        'certified',
        'cost',
        'district',
        'town',
        'social',
        'posts',
        'resolves',
        '__proto__',
      ),
      fc.oneof(fc.anything(), fc.integer(), fc.constantFrom('女', '2013-05-05', true)),
    ),
  );

  it('gives faults with words in both languages, and never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ rows: fc.array(row) })), (data) => {
        const { ok, faults } = runChecks([reference], data, IN_2013);
        expect(ok).toBe(faults.length === 0);
        for (const { pointer, message } of faults) {
          expect(pointer.startsWith('/rows')).toBe(true);
          expect(message.zh !== '' && message.en !== '').toBe(true);
        }
      }),
    );
  });

  it('makes no example that is worse than it was', () => {
    fc.assert(
      fc.property(fc.anything(), (example) => {
        expect(() => suitExample({ checks: [reference], example }, IN_2013.window)).not.toThrow();
      }),
    );
  });

  it('never makes its parameters fail the judge', () => {
    fc.assert(
      fc.property(fc.anything(), (params) => {
        const hostile = { name: reference.name, params: params as CheckReference['params'] };
        expect(checkReferenceFaults(hostile, '').length).toBeGreaterThan(0);
        expect(runChecks([hostile], { rows: [{}] }).ok).toBe(false);
      }),
    );
  });
});
