/** The player of rehearsals carries bodies' meetings and disclosures through, at a desk that asks the rules themselves. */
import { describe, expect, it } from '@jest/globals';
import type { Desk, EventSeen, HandIn, PhaseSeen } from '../../../cli/rehearse/desk.ts';
import { play, type Played } from '../../../cli/rehearse/player.ts';
import { toProgrammeTime } from '../../../domain/calendar/rehearsal-clock.ts';
import { disclosureExample } from '../../../domain/definition/disclosure.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import type { Conduct } from '../../../domain/planning/conduct.ts';
import type { ProgrammeCommand } from '../../../domain/programme/commands.ts';
import { requirePhase, type PhaseView } from '../../../domain/programme/lookups.ts';
import { owedSince } from '../../../domain/programme/owing.ts';
import {
  currentStep,
  deliverablesOf,
  isOwed,
  openOffices,
} from '../../../domain/programme/progress.ts';
import { PROGRAMME_ID } from '../../support/acts.ts';
import { accountsDefinition, handInWith, landDefinition } from '../../support/chains.ts';
import { act, holder, passTime, tryAct, type Run } from '../../support/given.ts';
import { calendar } from '../../support/plan.ts';

/** One day of the plan in ten milliseconds. */
const SPEED = 8_640_000;

function deskFor(definition: Definition): Desk {
  const startedAt = new Date().toISOString();
  const clock = { anchor: '2013-09-14T16:00:00.000Z', startedAt, speed: SPEED };
  const now = (): string => toProgrammeTime(clock, new Date().toISOString());
  let run: Run = act(
    null,
    { type: 'ActivateProgramme', id: PROGRAMME_ID, title: 'x', startsOn: '2013-09-15', clock },
    { by: holder('town'), at: now(), definition },
  );
  const send = (office: string, command: ProgrammeCommand): Promise<void> => {
    const options = { by: holder(office), at: now(), definition };
    const decision = tryAct(run.state, command, options);
    // Others were faster: what this office would have said is not needed any more.
    const isOvertaken = !decision.ok && decision.rejection.code.endsWith('-open');
    if (!isOvertaken) run = act(run, command, options);
    return Promise.resolve();
  };
  return {
    look: () => {
      run = passTime(run, now(), definition);
      const phases = run.state.phases.map(({ key }) =>
        seen(requirePhase(run.state, definition, key), definition),
      );
      return Promise.resolve({ ...run.state, phases });
    },
    eventsAfter: (position) => Promise.resolve(eventsOf(run).slice(position)),
    handIn: (handed) => {
      run = handInWith(run, `${handed.phase}/${handed.deliverable}`, {
        ...{ definition, at: now() },
        ...dataOf(handed, definition),
      });
      return Promise.resolve();
    },
    sign: ({ opinion = null, returnTo = null, ...place }) =>
      send(place.office, { type: 'DecideStep', ...place, opinion, returnTo }),
    report: ({ indicator }) => Promise.reject(new Error(`this plan has no ${indicator}`)),
    record: (meeting) => send(meeting.office, { type: 'RecordBallot', ...meeting }),
  };
}

function eventsOf({ events }: Run): readonly EventSeen[] {
  return events.map((event, index) => ({ ...event, position: index + 1 }));
}

function dataOf(handed: HandIn, { phases }: Definition): { readonly data?: unknown } {
  const phase = phases.find(({ key }) => key === handed.phase);
  const rule = phase?.deliverables.find(({ key }) => key === handed.deliverable)?.disclosure;
  if (rule === undefined || handed.postedOn === undefined) return {};
  return { data: disclosureExample(rule, handed.postedOn) };
}

function seen(phase: PhaseView, definition: Definition): PhaseSeen {
  const isOpen = phase.state.status === 'open';
  const step = currentStep(phase);
  return {
    ...phase.state,
    deliverables: deliverablesOf(phase).map((one) => ({
      ...{ key: one.state.key, status: one.state.status, office: one.definition.office },
      ...(one.state.check === null ? {} : { check: one.state.check }),
      ...(isOpen && isOwed(phase, one.definition)
        ? { owedSince: owedSince(phase, one.definition, definition.zone) }
        : {}),
    })),
    steps: [
      {
        key: step?.state.key ?? '',
        slots: openOffices(phase).map((office) => ({
          ...{ office, status: 'open' },
          inquorate: step?.state.inquorate ?? [],
        })),
      },
    ],
  };
}

function played(definition: Definition, conduct: Conduct): Promise<Played> {
  return play({
    ...{ desk: deskFor(definition), conduct },
    context: { definition, calendar },
    clock: { now: () => new Date() },
    until: '2014-09-15T00:00:00.000Z',
  });
}

const typesOf = ({ events }: Played): readonly string[] => events.map(({ type }) => type);

describe('the player', () => {
  it('has bodies meet and disclosures posted for their days, until all is done', async () => {
    const result = await played(landDefinition(), { exceptions: [] });
    expect(result.status).toBe('completed');
    expect(typesOf(result).filter((type) => type === 'StepDecided')).toHaveLength(6);
  });

  it('posts village accounts once the secretary has signed', async () => {
    const result = await played(accountsDefinition(), { exceptions: [] });
    expect(result.status).toBe('completed');
    expect(typesOf(result)).toContain('DeliverableCalledFor');
  });

  it('has a meeting that lacked a quorum held again', async () => {
    const counts = { eligible: 33, present: 20, inFavour: 20, against: 0, abstained: 0 };
    const place = { phase: 'land-review', step: 'review' };
    const ballot = { ...counts, present: 10, inFavour: 10 };
    const result = await played(landDefinition(), {
      exceptions: [{ kind: 'ballot', ...place, ballot }],
    });
    expect(result.status).toBe('completed');
    expect(typesOf(result).filter((type) => type === 'MeetingInquorate')).toHaveLength(1);
  });
});
