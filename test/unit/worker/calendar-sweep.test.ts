import { expect, it } from '@jest/globals';
import { createCalendarSweep, type ProgrammeBehind } from '../../../worker/calendar-sweep.ts';

interface Played {
  readonly applied: string[];
  readonly refused: number[];
  readonly warnings: string[];
}

/** Programmes that are behind until they are applied; those named in `stubborn` never are. */
function sweepOver(count: number, stubborn: Readonly<Record<string, 'refused' | 'broken'>> = {}) {
  const behind = new Map(
    Array.from({ length: count }, (_one, index): [string, ProgrammeBehind] => {
      const programmeId = `programme-${String(index).padStart(3, '0')}`;
      return [programmeId, { programmeId, calendar: 'cn-public', version: 2 }];
    }),
  );
  const played: Played = { applied: [], refused: [], warnings: [] };
  const sweep = createCalendarSweep({
    findBehind: (afterId, limit) =>
      Promise.resolve(
        [...behind.values()]
          .filter(({ programmeId }) => programmeId > afterId)
          .toSorted((a, b) => (a.programmeId < b.programmeId ? -1 : 1))
          .slice(0, limit),
      ),
    apply: ({ programmeId }) => {
      if (stubborn[programmeId] === 'broken') return Promise.reject(new Error('broken'));
      if (stubborn[programmeId] === 'refused') return Promise.resolve(false);
      behind.delete(programmeId);
      played.applied.push(programmeId);
      return Promise.resolve(true);
    },
    log: {
      info: () => undefined,
      warn: (_data: unknown, text?: string) => played.warnings.push(text ?? ''),
    },
    onBehind: (refused) => played.refused.push(refused),
  });
  return { sweep, ...played };
}

it('goes through all pages and finds nothing left', async () => {
  const { sweep, applied } = sweepOver(130);
  expect(await sweep.sweep()).toBe(130);
  expect(new Set(applied).size).toBe(130);
  expect(await sweep.sweep()).toBe(0);
});

it('lets one that is refused and one that breaks hold up no other, and counts them', async () => {
  const { sweep, refused, warnings } = sweepOver(120, {
    'programme-000': 'broken',
    'programme-001': 'refused',
  });
  expect(await sweep.sweep()).toBe(118);
  expect(refused).toEqual([2]);
  expect(warnings).toHaveLength(2);
});

it('stops between two programmes when it is closed', async () => {
  const { sweep, applied } = sweepOver(10);
  await sweep.close();
  expect(await sweep.sweep()).toBe(0);
  expect(applied).toEqual([]);
});
