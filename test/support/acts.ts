/** Commands of the small plan, ready to send. */
import type { DecideStep, HandInDeliverable } from '../../domain/programme/commands.ts';
import type { CheckResult } from '../../domain/programme/state.ts';
import { act, holder, passTime } from './given.ts';
import type { Run } from './given.ts';
import { plan } from './plan.ts';

export const PROGRAMME_ID = 'programme-under-test';

/** Local times of September to October 2013 in Shanghai as instants. */
export function local(dateTime: string): string {
  return new Date(`${dateTime.replace(' ', 'T')}:00+08:00`).toISOString();
}

export function activated(startsOn = '2013-09-15', definition = plan): Run {
  return act(
    null,
    {
      type: 'ActivateProgramme',
      id: PROGRAMME_ID,
      title: 'A small plan',
      startsOn,
      clock: null,
    },
    { by: holder('clerk'), at: local(`${startsOn} 00:00`), definition },
  );
}

/** Activated, and the first phase open. */
export function started(): Run {
  return passTime(activated(), local('2013-09-15 00:00'));
}

export function handIn(
  phase: string,
  deliverable: string,
  content = 'a'.repeat(64),
): HandInDeliverable {
  return {
    type: 'HandInDeliverable',
    phase,
    deliverable,
    note: 'done',
    data: null,
    files: [],
    contentHash: content,
  };
}

export interface SignOptions {
  readonly round?: number;
  readonly decision?: DecideStep['decision'];
  readonly opinion?: string | null;
  readonly returnTo?: string | null;
}

export function sign(place: string, office: string, options: SignOptions = {}): DecideStep {
  const [phase = '', step = ''] = place.split('/');
  const decision = options.decision ?? 'approve';
  return {
    type: 'DecideStep',
    phase,
    round: options.round ?? 1,
    step,
    office,
    decision,
    opinion: options.opinion ?? (decision === 'approve' ? null : 'for this reason'),
    returnTo: options.returnTo ?? null,
  };
}

export function handInAll(
  run: Run,
  acts: { readonly phase: string; readonly keys: readonly string[]; readonly at: string },
  check: CheckResult | null = null,
): Run {
  return acts.keys.reduce(
    (before, key) =>
      act(before, handIn(acts.phase, key), { by: holder('clerk'), at: acts.at, check }),
    run,
  );
}

/** The first phase with everything handed in on 24 September, so that its first step is open. */
export function readyToSign(): Run {
  return handInAll(started(), {
    phase: 'first',
    keys: ['paper', 'minutes'],
    at: local('2013-09-24 10:00'),
  });
}

/** Signs by each office in turn at `at`. */
export function signAll(
  run: Run,
  acts: {
    readonly place: string;
    readonly offices: readonly string[];
    readonly at: string;
    readonly round?: number;
  },
): Run {
  return acts.offices.reduce(
    (before, office) =>
      act(before, sign(acts.place, office, { round: acts.round ?? 1 }), {
        by: holder(office),
        at: acts.at,
      }),
    run,
  );
}

/** The first phase closed on 25 September, the second open from 1 October. */
export function inSecondPhase(): Run {
  const at = local('2013-09-25 10:00');
  const offices = ['alpha', 'beta', 'gamma'];
  const closed = signAll(signAll(readyToSign(), { place: 'first/all-of-them', offices, at }), {
    place: 'first/head',
    offices: ['head'],
    at,
  });
  return passTime(closed, local('2013-10-01 00:00'));
}
