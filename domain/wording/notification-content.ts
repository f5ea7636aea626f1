/** What a notification tells, by kind, and the shape of one language's sentences for it. */
import type { Ballot } from '../definition/ballot.ts';
import type { MeasurementSaid } from '../indicators/explain.ts';
import type { EventData } from '../programme/events.ts';
import type { HandsNotificationData, HandsNotificationKind } from './hands-content.ts';
import type { Scene } from './scene.ts';
import type { TimeNotificationData, TimeNotificationKind } from './time-content.ts';

/** The events of which people are told. */
export type NotificationKind =
  | 'PhaseOpened'
  | 'StepOpened'
  | 'DeadlineReminded'
  | 'DeadlineMissed'
  | 'EscalationRaised'
  | 'PhaseReturned'
  | 'PhaseLapsed'
  | 'MeetingInquorate'
  | 'DeliverableCalledFor'
  | 'IndicatorMeasured'
  | TimeNotificationKind
  | HandsNotificationKind
  | 'CalendarApplied'
  | MigrationKind;

/** Those of the whole programme. */
type MigrationKind = 'MigrationProposed' | 'MigrationRefused' | 'ProgrammeMigrated';

/** What the words need of each event's data; opinions and evidence are never among it. */
export interface NotificationData extends TimeNotificationData, HandsNotificationData {
  readonly PhaseOpened: Pick<EventData['PhaseOpened'], 'phase' | 'round' | 'dueOn'>;
  readonly StepOpened: Pick<EventData['StepOpened'], 'phase' | 'round' | 'step'> & {
    /** Last day of the phase's round, where it is known. */
    readonly dueOn?: string | undefined;
  };
  readonly DeadlineReminded: Pick<
    EventData['DeadlineReminded'],
    'phase' | 'round' | 'workdaysBefore' | 'dueOn'
  >;
  readonly DeadlineMissed: Pick<
    EventData['DeadlineMissed'],
    'phase' | 'round' | 'dueOn' | 'responsible'
  >;
  readonly EscalationRaised: Pick<
    EventData['EscalationRaised'],
    'phase' | 'round' | 'rung' | 'dueOn' | 'responsible' | 'answerDueOn'
  >;
  readonly PhaseReturned: Pick<
    EventData['PhaseReturned'],
    'phase' | 'round' | 'returnTo' | 'office'
  >;
  readonly PhaseLapsed: Pick<EventData['PhaseLapsed'], 'phase' | 'round' | 'dueOn' | 'responsible'>;
  readonly MeetingInquorate: Pick<
    EventData['MeetingInquorate'],
    'phase' | 'round' | 'step' | 'office' | 'quorum'
  > &
    Pick<Ballot, 'heldOn' | 'eligible' | 'present'>;
  readonly DeliverableCalledFor: Pick<
    EventData['DeliverableCalledFor'],
    'phase' | 'round' | 'step' | 'deliverables'
  >;
  readonly IndicatorMeasured: Pick<
    EventData['IndicatorMeasured'],
    'phase' | 'round' | 'measuredOn'
  > &
    MeasurementSaid;
  readonly CalendarApplied: Pick<
    EventData['CalendarApplied'],
    'published' | 'changes' | 'answers' | 'confirmed'
  >;
  readonly MigrationProposed: Pick<EventData['MigrationProposed'], 'to'>;
  readonly MigrationRefused: Pick<EventData['MigrationRefused'], 'to' | 'office'>;
  readonly ProgrammeMigrated: Pick<EventData['ProgrammeMigrated'], 'from' | 'to' | 'office'>;
}

export type NotificationContent = {
  readonly [K in NotificationKind]: { readonly kind: K; readonly data: NotificationData[K] };
}[NotificationKind];

/** One language's sentences. */
export type NotificationWords = {
  readonly [K in NotificationKind]: (data: NotificationData[K], scene: Scene) => WordedNotification;
};

export interface WordedNotification {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}
