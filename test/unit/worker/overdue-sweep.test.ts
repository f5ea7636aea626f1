import { expect, it } from '@jest/globals';
import { createOverdueSweep, type OverdueProgramme } from '../../../worker/overdue-sweep.ts';

const NOW = new Date('2026-03-02T09:00:00.000Z');

function secondsAgo(seconds: number): string {
  return new Date(NOW.getTime() - seconds * 1000).toISOString();
}

function sweepOver(programmes: readonly OverdueProgramme[]) {
  const nudged: string[] = [];
  const counts: number[] = [];
  const sweep = createOverdueSweep({
    findOverdue: (before, limit) =>
      Promise.resolve(
        programmes.filter(({ nextAt }) => nextAt < before.toISOString()).slice(0, limit),
      ),
    nudge: (programmeId) => {
      nudged.push(programmeId);
      return Promise.resolve();
    },
    clock: { now: () => NOW },
    log: { info: () => undefined, warn: () => undefined },
    onCount: (overdue) => counts.push(overdue),
  });
  return { sweep, nudged, counts };
}

it('counts what is late and nudges what seems forgotten', async () => {
  const { sweep, nudged, counts } = sweepOver([
    { programmeId: 'forgotten', nextAt: secondsAgo(3600) },
    { programmeId: 'just forgotten', nextAt: secondsAgo(120) },
    { programmeId: 'only behind', nextAt: secondsAgo(119) },
    { programmeId: 'late', nextAt: secondsAgo(21) },
    { programmeId: 'due a moment ago', nextAt: secondsAgo(20) },
  ]);
  expect(await sweep.sweep()).toBe(4);
  expect(counts).toEqual([4]);
  expect(nudged).toEqual(['forgotten', 'just forgotten']);
});

it('nudges nobody when nothing is late', async () => {
  const { sweep, nudged, counts } = sweepOver([]);
  expect(await sweep.sweep()).toBe(0);
  expect(counts).toEqual([0]);
  expect(nudged).toEqual([]);
});
