import { describe, expect, it } from '@jest/globals';
import type { ProgrammeCommand } from '../../../domain/programme/commands.ts';
import { local, started } from '../../support/acts.ts';
import { act, holder, ofType, passTime, tryAct } from '../../support/given.ts';
import type { ActOptions, Run } from '../../support/given.ts';
import { plan } from '../../support/plan.ts';
import { asked, askFor, extended, governed, lastExtension, rule } from '../../support/time-acts.ts';

const monday = local('2013-09-23 10:00');

function refusal(run: Run, command: ProgrammeCommand, options: Partial<ActOptions>): unknown {
  const given = { by: holder('clerk'), at: monday, definition: governed, ...options };
  const decision = tryAct(run.state, command, given);
  return decision.ok ? decision.events.map(({ type }) => type) : decision.rejection.code;
}

describe('asking for an extension', () => {
  it('is put to the deciding office with reason, progress and the new day', () => {
    const [event] = ofType(asked(started(), '2013-10-10', monday).events, 'ExtensionRequested');
    expect(event?.data).toMatchObject({
      office: 'clerk',
      by: 'person-clerk',
      from: '2013-09-30',
      to: '2013-10-10',
      progress: 'half of it is done',
      decider: 'watch',
      recipients: [{ office: 'watch', person: 'person-watch' }],
    });
  });

  it('falls to the other office where the applicant holds the deciding one', () => {
    const run = act(started(), askFor('2013-10-10'), {
      by: holder('clerk', 'watch'),
      at: monday,
      definition: governed,
    });
    expect(ofType(run.events, 'ExtensionRequested')[0]?.data.decider).toBe('head');
  });

  it('falls to the superior of the owner who applies where the definition says nothing', () => {
    const run = act(started(), askFor('2013-10-10'), { by: holder('clerk'), at: monday });
    expect(ofType(run.events, 'ExtensionRequested')[0]?.data.decider).toBe('head');
  });

  it('is refused where nobody is left to decide', () => {
    const everyone = holder(...plan.offices.map(({ key }) => key));
    expect(refusal(started(), askFor('2013-10-10'), { by: everyone })).toBe('no-deciding-office');
  });

  it.each([
    [
      'by an office that has no part in it',
      {},
      { by: holder('beta') },
      'not-responsible-for-phase',
    ],
    ['by the clock', {}, { by: { kind: 'clock' } }, 'not-responsible-for-phase'],
    ['for a phase that is not open', { phase: 'second' }, {}, 'phase-not-open'],
    ['for an unknown phase', { phase: 'nowhere' }, {}, 'unknown-phase'],
    ['for another round', { round: 2 }, {}, 'stale-round'],
    ['without a reason', { reason: ' ' }, {}, 'opinion-required'],
    ['without progress', { progress: '' }, {}, 'opinion-required'],
    ['for the present due day', { dueOn: '2013-09-30' }, {}, 'extension-date-invalid'],
    ['for a day that does not exist', { dueOn: '2013-02-30' }, {}, 'extension-date-invalid'],
    ['for a day decades away', { dueOn: '2053-09-30' }, {}, 'extension-date-invalid'],
  ] as const)('is refused %s', (...[, fields, options, code]) => {
    expect(refusal(started(), askFor('2013-10-10', fields), options)).toBe(code);
  });

  it('is refused while another request waits', () => {
    const run = asked(started(), '2013-10-10', monday);
    expect(refusal(run, askFor('2013-10-12'), {})).toBe('extension-pending');
  });

  it('after the due instant is on record as late and changes nothing', () => {
    const late = passTime(started(), local('2013-10-01 00:00'), governed);
    const run = asked(late, '2013-10-20', local('2013-10-01 00:00'));
    expect(run.events.at(-1)).toMatchObject({
      type: 'LateExtensionRequested',
      data: { from: '2013-09-30', to: '2013-10-20', by: 'person-clerk' },
    });
    expect({ ...run.state, position: 0 }).toEqual({ ...late.state, position: 0 });
  });
});

describe('deciding about an extension', () => {
  const pending = asked(started(), '2013-10-10', monday);
  const id = lastExtension(pending);

  it('moves the due day, keeps the old one, and tells who asked', () => {
    const run = extended(started(), '2013-10-10', monday);
    const first = run.state.phases[0];
    expect(first).toMatchObject({ dueOn: '2013-10-10', dueAt: local('2013-10-11 00:00') });
    expect(first?.extensions).toMatchObject([
      { from: '2013-09-30', to: '2013-10-10', status: 'granted', decider: 'watch' },
    ]);
    expect(ofType(run.events, 'DeadlineExtended')[0]?.data).toMatchObject({
      extension: id,
      from: '2013-09-30',
      to: '2013-10-10',
      by: 'person-watch',
      recipients: [{ office: 'clerk', person: 'person-clerk' }],
    });
  });

  it('may grant less than was asked for, and no more', () => {
    const by = holder('watch');
    const grant = rule(id, { dueOn: '2013-10-08' });
    const run = act(pending, grant, { by, at: monday, definition: governed });
    expect(run.state.phases[0]?.dueOn).toBe('2013-10-08');
    const beyond = rule(id, { dueOn: '2013-10-11' });
    expect(refusal(pending, beyond, { by })).toBe('extension-date-invalid');
    const earlier = rule(id, { dueOn: '2013-09-30' });
    expect(refusal(pending, earlier, { by })).toBe('extension-date-invalid');
  });

  it('may refuse it with an opinion, after which it may be asked for again', () => {
    const by = holder('watch');
    expect(refusal(pending, rule(id, { grant: false }), { by })).toBe('opinion-required');
    const no = rule(id, { grant: false, opinion: 'the date is known' });
    const run = act(pending, no, { by, at: monday, definition: governed });
    expect(run.state.phases[0]?.dueOn).toBe('2013-09-30');
    expect(refusal(run, rule(id), { by })).toBe('extension-decided');
    expect(refusal(run, askFor('2013-10-08'), {})).toEqual(['ExtensionRequested']);
  });

  it('is refused to the applicant, to another holder of his office, and to everyone else', () => {
    expect(refusal(pending, rule(id), { by: holder('clerk', 'watch') })).toBe('own-matter');
    expect(refusal(pending, rule(id), { by: holder('watch', 'clerk') })).toBe('own-matter');
    expect(refusal(pending, rule(id), { by: holder('head') })).toBe('not-office-holder');
    expect(refusal(pending, rule('nothing'), { by: holder('watch') })).toBe('unknown-extension');
  });

  it('comes too late once the due instant has passed: silence never grants', () => {
    const at = local('2013-10-01 00:00');
    const late = passTime(pending, at, governed);
    expect(ofType(late.events, 'DeadlineMissed')).toHaveLength(1);
    expect(refusal(late, rule(id), { by: holder('watch'), at })).toBe('extension-lapsed');
  });

  it('is bounded in number for one round', () => {
    const once = extended(started(), '2013-10-08', monday);
    const twice = extended(once, '2013-10-10', monday);
    expect(refusal(twice, askFor('2013-10-15'), {})).toBe('extension-limit');
  });
});

describe('reminders of an extended phase', () => {
  const reminded = (run: Run): readonly unknown[] =>
    ofType(run.events, 'DeadlineReminded').map(({ data }) => [
      data.workdaysBefore,
      data.plannedAt,
      data.edition,
    ]);

  it('are planned afresh for the new day', () => {
    const before = passTime(started(), local('2013-09-29 00:00'), governed);
    const run = extended(before, '2013-10-15', local('2013-09-29 10:00'));
    const later = passTime(run, local('2013-10-16 00:00'), governed);
    expect(reminded(later)).toEqual([
      [5, local('2013-09-24 09:00'), undefined],
      [2, local('2013-09-27 09:00'), undefined],
      [5, local('2013-10-09 09:00'), 1],
      [2, local('2013-10-12 09:00'), 1],
      [0, local('2013-10-15 09:00'), 1],
    ]);
    expect(ofType(later.events, 'DeadlineMissed').map(({ data }) => data.plannedAt)).toEqual([
      local('2013-10-16 00:00'),
    ]);
  });

  it('never burst: those whose new instant has passed are dropped', () => {
    const at = local('2013-09-30 15:00');
    const run = extended(passTime(started(), at, governed), '2013-10-01', at);
    const before = reminded(run).length;
    const later = passTime(run, local('2013-10-02 00:00'), governed);
    expect(reminded(later).slice(before)).toEqual([[0, local('2013-10-01 09:00'), 1]]);
  });
});
