/** The rehearsal clock at its anchor, before it, and where a fast clock runs off the calendar. */
import { describe, expect, test } from '@jest/globals';
import {
  type ProgrammeClock,
  toProgrammeTime,
  toRealTime,
} from '../../../domain/calendar/rehearsal-clock.ts';

const clock: ProgrammeClock = {
  anchor: '2013-09-14T16:00:00.000Z',
  startedAt: '2026-03-02T01:00:00.000Z',
  speed: 86_400,
};

describe('a live programme', () => {
  test('keeps real time', () => {
    expect(toProgrammeTime(null, '2026-03-02T01:00:00.000Z')).toBe('2026-03-02T01:00:00.000Z');
    expect(toRealTime(null, '2026-03-02T01:00:00.000Z')).toBe('2026-03-02T01:00:00.000Z');
  });
});

describe('a rehearsal', () => {
  test.each([
    ['2026-03-02T01:00:00.000Z', '2013-09-14T16:00:00.000Z'],
    ['2026-03-02T01:00:01.000Z', '2013-09-15T16:00:00.000Z'],
    ['2026-03-02T01:01:47.000Z', '2013-12-30T16:00:00.000Z'],
    ['2026-03-02T00:59:59.000Z', '2013-09-13T16:00:00.000Z'],
  ])('shows at %s the programme time %s', (real, programme) => {
    expect(toProgrammeTime(clock, real)).toBe(programme);
    expect(toRealTime(clock, programme)).toBe(real);
  });

  test('rounds up to the real millisecond that is not early', () => {
    const due = '2013-09-14T16:01:26.401Z';
    expect(toRealTime(clock, due)).toBe('2026-03-02T01:00:00.002Z');
    expect(toProgrammeTime(clock, '2026-03-02T01:00:00.001Z') < due).toBe(true);
  });

  test('stands still at the end of the year 9999, when it was left alone', () => {
    expect(toProgrammeTime(clock, '2026-09-02T01:00:00.000Z')).toBe('9999-12-31T23:59:59.999Z');
  });

  test.each([0, -1, 0.5, Number.NaN, Infinity])('refuses the speed %d', (speed) => {
    expect(() => toProgrammeTime({ ...clock, speed }, clock.startedAt)).toThrow('Not a speed');
    expect(() => toRealTime({ ...clock, speed }, clock.anchor)).toThrow('Not a speed');
  });

  test('refuses what is no instant', () => {
    expect(() => toProgrammeTime(clock, 'yesterday')).toThrow('Not an instant');
  });

  describe('whose clock stands at first', () => {
    const held: ProgrammeClock = { ...clock, runsFrom: '2026-03-02T01:00:10.000Z' };

    test.each([
      ['2026-03-02T00:59:59.000Z', '2013-09-13T16:00:00.000Z'],
      ['2026-03-02T01:00:00.000Z', '2013-09-14T16:00:00.000Z'],
      ['2026-03-02T01:00:11.000Z', '2013-09-15T16:00:00.000Z'],
    ])('shows at %s the programme time %s', (real, programme) => {
      expect(toProgrammeTime(held, real)).toBe(programme);
      expect(toRealTime(held, programme)).toBe(real);
    });

    test('shows its first instant while it stands', () => {
      const shown = ['05', '10'].map((s) => toProgrammeTime(held, `2026-03-02T01:00:${s}.000Z`));
      expect(shown).toEqual([clock.anchor, clock.anchor]);
    });

    test('cannot run before it was started', () => {
      const runsFrom = '2026-03-02T00:59:59.999Z';
      expect(() => toProgrammeTime({ ...clock, runsFrom }, clock.startedAt)).toThrow(
        'before its start',
      );
    });
  });
});
