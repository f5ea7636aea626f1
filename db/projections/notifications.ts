/** Notifications: one row per event, person and office told. Opinions stay out of them. */
import type { PhaseState } from '../../domain/programme/state.ts';
import { tellable } from '../../domain/wording/hands-content.ts';
import type { Recipient } from '../../domain/programme/events.ts';
import type { Act, PositionedEvent, ProjectionContext } from './project.ts';
import type { NotificationRow } from './rows.ts';

type TellingEvent = Extract<
  PositionedEvent,
  { readonly data: { readonly recipients: readonly Recipient[] } }
>;

export function projectNotifications(
  act: Act,
  context: ProjectionContext,
): readonly NotificationRow[] {
  return act.events.filter(isTelling).flatMap((event) => rowsOf(event, act, context));
}

function isTelling(event: PositionedEvent): event is TellingEvent {
  return 'recipients' in event.data;
}

function rowsOf(
  event: TellingEvent,
  { next }: Act,
  context: ProjectionContext,
): readonly NotificationRow[] {
  const data = contentOf(event, next.phases);
  const email = context.email && next.clock === null ? 'pending' : 'none';
  return event.data.recipients.flatMap(({ office, person }): readonly NotificationRow[] =>
    person === null
      ? []
      : [
          {
            id: `${next.id}.${event.position}.${person}.${office}`,
            person_id: person,
            programme_id: next.id,
            office,
            kind: event.type,
            phase: 'phase' in event.data ? event.data.phase : null,
            round: 'round' in event.data ? event.data.round : null,
            data,
            at: event.at,
            recorded_at: context.recordedAt,
            email_state: email,
          },
        ],
  );
}

/** What people wrote, which is read in the record and not in a mail; and what no sentence needs. */
const UNTOLD: Partial<Record<TellingEvent['type'], readonly string[]>> = {
  ExtensionRequested: ['reason', 'progress'],
  DeadlineExtended: ['opinion'],
  ExtensionRefused: ['opinion'],
  ProgrammeSuspended: ['reason'],
  ProgrammeResumed: ['reason', 'shifts', 'answers', 'skipped', 'duties'],
  ClimbStopped: ['reason'],
  ReviewRequested: ['grounds'],
  ReviewDecided: ['opinion'],
  AccountabilityDecided: ['opinion'],
};

function without(
  data: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
}

function contentOf(
  event: TellingEvent,
  phases: readonly PhaseState[],
): Readonly<Record<string, unknown>> {
  // The whole new plan and what people wrote are for those who look.
  if (event.type === 'ProgrammeMigrated') {
    const { from, to, office } = event.data;
    return { from, to, office };
  }
  if (event.type === 'MigrationRefused') return { to: event.data.to, office: event.data.office };
  const { recipients: _recipients, ...told } = event.data;
  if (event.type === 'StepOpened') {
    return { ...told, dueOn: phases.find(({ key }) => key === event.data.phase)?.dueOn };
  }
  const untold = UNTOLD[event.type];
  if (untold !== undefined) return without(told, untold);
  if (event.type === 'MeetingInquorate') {
    const { phase, round, step, office, quorum, ballot } = event.data;
    const { heldOn, eligible, present } = ballot;
    return { phase, round, step, office, quorum, heldOn, eligible, present };
  }
  if (event.type !== 'PhaseReturned') return tellable(event.type, told);
  const { phase, round, returnTo, superseded, by, office } = event.data;
  return { phase, round, returnTo, superseded, by, office };
}
