import { describe, expect, it } from '@jest/globals';
import { latenessBetween } from '../../../web/health/lateness.ts';
import { noticePlace } from '../../../web/notices/notice-place.ts';
import { answerState, laddersOf, type Phase } from '../../../web/pressure/ladders.ts';
import type { Escalation, Moment } from '../../../web/pressure/pressure-queries.ts';
import { isOneOf, standingOf } from '../../../web/pressure/standing.ts';
import { toldOf, type Sent } from '../../../web/pressure/told.ts';
import { emailErrorClass } from '../../../api/views/sent-notification.ts';

const text = (word: string) => ({ zh: word, en: word });

const office = (key: string, programmeId: string | null = null) => ({
  key,
  title: text(key),
  programmeId,
});

describe('for which offices one acts', () => {
  const place = {
    id: 'child',
    parent: { programme: 'parent', rollout: 'r', unit: 'u' },
    faults: [
      {
        code: 'office-vacant' as const,
        office: 'finance',
        actingOffice: 'mayor',
        message: text('vacant'),
      },
    ],
  };

  it('counts those of the organisation, the programme and its parent, and vacant ones that fall to them', () => {
    const offices = [office('mayor'), office('town', 'parent'), office('labour', 'elsewhere')];
    const { held, acting } = standingOf({ offices }, place);
    expect([...held]).toEqual(['mayor', 'town']);
    expect([...acting]).toEqual(['mayor', 'town', 'finance']);
    expect(isOneOf(['labour', 'finance'], acting)).toBe(true);
    expect(isOneOf(['labour'], acting)).toBe(false);
  });
});

describe('ladders', () => {
  // Only what the ladders look at.
  const phase = (key: string, fields: object): Phase =>
    ({ key, title: text(key), round: 1, status: 'open', overdue: false, ...fields }) as Phase;
  const rung = (of: string, round: number): Escalation =>
    ({ id: `${of}.${round}`, phase: of, phaseTitle: text(of), round }) as Escalation;
  const moment = (of: string, kind: Moment['kind']): Moment =>
    ({ phase: of, kind, round: 2 }) as Moment;

  it('put overdue phases first, then open ones, then what is settled, and leave the rest out', () => {
    const ladders = laddersOf({
      status: 'active',
      phases: [
        phase('closed', { status: 'closed' }),
        phase('open', {}),
        phase('late', { overdue: true, round: 2 }),
        phase('quiet', { status: 'scheduled' }),
      ],
      escalations: [rung('closed', 1), rung('late', 1), rung('duty@2026-01', 1)],
      moments: [moment('late', 'escalate'), moment('late', 'remind'), moment('late', 'openPhase')],
    });
    expect(ladders.map(({ key, isOpen }) => [key, isOpen])).toEqual([
      ['late', true],
      ['open', true],
      ['closed', false],
      ['duty@2026-01', false],
    ]);
    expect(ladders[0]?.rounds.map(({ round, planned }) => [round, planned.length])).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  it.each([
    [{ struck: true, answerOverdue: true, answeredLate: false }, 'struck'],
    [{ struck: false, answerOverdue: true, answeredLate: false }, 'missed'],
    [{ struck: false, answerOverdue: false, answeredLate: false }, 'owed'],
    [{ struck: false, answerOverdue: false, answeredLate: false, answeredAt: 'x' }, 'answered'],
    [{ struck: false, answerOverdue: false, answeredLate: true, answeredAt: 'x' }, 'answeredLate'],
  ])('say how the answer of %j stands: %s', (escalation, state) => {
    expect(answerState(escalation)).toBe(state);
  });
});

describe('what was sent', () => {
  it('is put together event by event', () => {
    const sent = (position: number, id: string): Sent => ({ position, id }) as Sent;
    const told = toldOf([sent(9, '9.b'), sent(9, '9.a'), sent(7, '7.a')]);
    expect(
      told.map(({ position, recipients }) => [position, recipients.map(({ id }) => id)]),
    ).toEqual([
      [9, ['9.a', '9.b']],
      [7, ['7.a']],
    ]);
  });

  it.each([
    ['ETIMEDOUT CONN Connection timeout', 'server-away'],
    ['EENVELOPE RCPT TO 550 5.1.1 unknown', 'refused'],
    ['EENVELOPE RCPT TO 451 try later', 'refused-for-now'],
    ['the person has no address', 'no-address'],
    ['something else', 'other'],
  ])('names the class of "%s": %s', (error, expected) => {
    expect(emailErrorClass(error)).toBe(expected);
  });
});

describe('where a notification leads', () => {
  it.each([
    ['EscalationRaised', 'survey', '/programmes/p/pressure#survey'],
    ['StepOpened', 'survey', '/inbox?programme=p'],
    ['MigrationProposed', null, '/programmes/p/what-if'],
    ['IndicatorMeasured', 'x@t', '/programmes/p/indicators'],
    ['PhaseOpened', 'survey', '/programmes/p/overview#survey'],
    ['ProgrammeSuspended', null, '/programmes/p/overview'],
  ])('%s of %s: %s', (kind, phase, path) => {
    expect(noticePlace({ kind, phase, programmeId: 'p' })).toBe(path);
  });
});

describe('how long something has waited', () => {
  it.each([
    [-5, 'seconds', 0],
    [119, 'seconds', 119],
    [120, 'minutes', 2],
    [7_199, 'minutes', 119],
    [7_200, 'hours', 2],
    [172_799, 'hours', 47],
    [172_800, 'days', 2],
  ])('%i s is in %s: %i', (seconds, unit, value) => {
    const since = '2026-03-02T01:00:00.000Z';
    const at = new Date(Date.parse(since) + seconds * 1_000).toISOString();
    expect(latenessBetween(since, at)).toEqual({ unit, value });
  });
});
