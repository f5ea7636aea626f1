/** What a notification tells, by kind, and the shape of one language's sentences for it. */
import type { EventData } from '../programme/events.ts';
import type { Scene } from './scene.ts';

/** The events of which people are told. */
export type NotificationKind =
  | 'PhaseOpened'
  | 'StepOpened'
  | 'DeadlineReminded'
  | 'DeadlineMissed'
  | 'EscalationRaised'
  | 'PhaseReturned'
  | MigrationKind;

/** Those of the whole programme. */
type MigrationKind = 'MigrationProposed' | 'MigrationRefused' | 'ProgrammeMigrated';

/** What the words need of each event's data; opinions and evidence are never among it. */
export interface NotificationData {
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
