import { describe, expect, it } from '@jest/globals';
import { actingFor, fallbackLine, onBehalfOf } from '../../../domain/authority/fallback.ts';
import type { Actor } from '../../../domain/programme/commands.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { handIn, local, readyToSign, sign, started } from '../../support/acts.ts';
import { act, holder, ofType, passTime, tryAct } from '../../support/given.ts';
import { slot } from '../../support/hands.ts';
import { plan } from '../../support/plan.ts';

/** `watch` is the deputy of `beta`; `beta` reports to `alpha`, `alpha` to `head`. */
const definition: Definition = {
  ...plan,
  offices: plan.offices.map((one) => (one.key === 'beta' ? { ...one, deputy: 'watch' } : one)),
};
const at = local('2013-09-24 15:00');

const everyoneBut = (...vacant: string[]): Record<string, string[]> =>
  Object.fromEntries(
    plan.offices.map(({ key }) => [key, vacant.includes(key) ? [] : [`person-${key}`]]),
  );

const codeOf = (office: string, by: Actor, holders: Record<string, string[]>): string => {
  const decision = tryAct(readyToSign().state, sign('first/all-of-them', office), {
    by,
    at,
    holders,
    definition,
  });
  return decision.ok ? 'accepted' : decision.rejection.code;
};

describe('the line of an office', () => {
  it('is its deputy, its superior, and so on up', () => {
    expect(fallbackLine(definition, 'beta')).toEqual(['watch', 'alpha', 'head']);
    expect(fallbackLine(definition, 'head')).toEqual([]);
    expect(fallbackLine(definition, 'nobody')).toEqual([]);
  });

  it('ends where deputies and superiors run in a circle', () => {
    const circle: Definition = {
      ...plan,
      offices: plan.offices.map((one) => ({ ...one, reportsTo: 'alpha', deputy: 'beta' })),
    };
    expect(fallbackLine(circle, 'alpha')).toEqual(['beta']);
    expect(fallbackLine(circle, 'gamma')).toEqual(['beta', 'alpha']);
  });

  it('gives the first that is held, and nothing when the whole line is vacant', () => {
    expect(actingFor(definition, everyoneBut(), 'beta')).toBe('beta');
    expect(actingFor(definition, everyoneBut('beta'), 'beta')).toBe('watch');
    expect(actingFor(definition, everyoneBut('beta', 'watch'), 'beta')).toBe('alpha');
    expect(actingFor(definition, {}, 'beta')).toBeNull();
  });
});

describe('a vacant office', () => {
  it('is signed for by its deputy, and the record shows both', () => {
    const run = act(readyToSign(), sign('first/all-of-them', 'beta'), {
      by: holder('watch'),
      at,
      holders: everyoneBut('beta'),
      definition,
    });
    const [decided] = ofType(run.events, 'StepDecided');
    expect(decided?.data).toMatchObject({
      office: 'beta',
      by: 'person-watch',
      actingOffice: 'watch',
    });
    expect(decided === undefined ? null : onBehalfOf(decided)).toBe('beta');
  });

  it('is returned for and withdrawn for in the same way', () => {
    const options = { by: holder('watch'), at, holders: everyoneBut('beta'), definition };
    const returned = act(
      readyToSign(),
      sign('first/all-of-them', 'beta', { decision: 'return' }),
      options,
    );
    const signed = act(readyToSign(), sign('first/all-of-them', 'beta'), options);
    const withdrawn = act(
      signed,
      { type: 'WithdrawDecision', ...slot('beta'), reason: null },
      options,
    );
    const last = [
      ofType(returned.events, 'PhaseReturned')[0],
      ofType(withdrawn.events, 'DecisionWithdrawn')[0],
    ];
    expect(last.map((event) => (event === undefined ? null : onBehalfOf(event)))).toEqual([
      'beta',
      'beta',
    ]);
  });

  it('is signed for by nobody else, and by nobody while it is held', () => {
    expect(codeOf('beta', holder('alpha'), everyoneBut('beta'))).toBe('not-office-holder');
    expect(codeOf('beta', holder('alpha'), everyoneBut('beta', 'watch'))).toBe('accepted');
    expect(codeOf('beta', holder('watch'), everyoneBut())).toBe('not-office-holder');
  });

  it('gives nobody a second slot', () => {
    const holders = everyoneBut('beta', 'watch');
    const run = act(readyToSign(), sign('first/all-of-them', 'alpha'), {
      by: holder('alpha'),
      at,
      holders,
      definition,
    });
    const second = tryAct(run.state, sign('first/all-of-them', 'beta'), {
      by: holder('alpha'),
      at,
      holders,
      definition,
    });
    expect(second).toMatchObject({ rejection: { code: 'second-slot-of-same-person' } });
  });

  it('shows its gap in what is told, and tells who acts', () => {
    const run = act(started(), handIn('first', 'paper'), { by: holder('clerk'), at });
    const opened = act(run, handIn('first', 'minutes'), {
      by: holder('clerk'),
      at,
      holders: everyoneBut('beta'),
      definition,
    });
    expect(ofType(opened.events, 'StepOpened')[0]?.data.recipients).toEqual([
      { office: 'alpha', person: 'person-alpha' },
      { office: 'beta', person: null },
      { office: 'gamma', person: 'person-gamma' },
      { office: 'watch', person: 'person-watch' },
    ]);
  });

  it('tells nobody twice for one office', () => {
    const opened = act(
      act(started(), handIn('first', 'paper'), { by: holder('clerk'), at }),
      handIn('first', 'minutes'),
      { by: holder('clerk'), at, holders: everyoneBut('beta', 'watch', 'gamma'), definition },
    );
    const told = ofType(opened.events, 'StepOpened')[0]?.data.recipients;
    expect(told?.filter(({ office }) => office === 'alpha')).toHaveLength(1);
  });

  it('is handed in for and answered for by its superior', () => {
    const holders = everyoneBut('clerk');
    const run = act(started(), handIn('first', 'paper'), { by: holder('head'), at, holders });
    expect(ofType(run.events, 'DeliverableHandedIn')[0]?.data).toMatchObject({
      office: 'clerk',
      by: 'person-head',
      actingOffice: 'head',
    });
    const late = passTime(run, local('2013-10-09 09:00'));
    const escalationId = ofType(late.events, 'EscalationRaised')[0]?.data.escalationId ?? '';
    const answered = act(
      late,
      { type: 'AnswerEscalation', escalationId, answer: 'soon' },
      { by: holder('head'), at: local('2013-10-09 10:00'), holders },
    );
    expect(ofType(answered.events, 'EscalationAnswered')[0]?.data).toMatchObject({
      office: 'clerk',
      actingOffice: 'head',
    });
  });

  it('leaves no trace of acting where the holder himself acts', () => {
    const run = act(readyToSign(), sign('first/all-of-them', 'beta'), { by: holder('beta'), at });
    const [decided] = ofType(run.events, 'StepDecided');
    expect(decided?.data).not.toHaveProperty('actingOffice');
    expect(decided === undefined ? 'none' : onBehalfOf(decided)).toBeNull();
  });
});
