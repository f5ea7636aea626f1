/** What the notifications of the governance of time tell, by kind. */
import type { TimeEvents } from '../programme/time/events.ts';

export interface TimeNotificationData {
  readonly ExtensionRequested: Pick<
    TimeEvents['ExtensionRequested'],
    'phase' | 'round' | 'office' | 'from' | 'to'
  >;
  readonly DeadlineExtended: Pick<
    TimeEvents['DeadlineExtended'],
    'phase' | 'round' | 'office' | 'from' | 'to'
  >;
  readonly ExtensionRefused: Pick<
    TimeEvents['ExtensionRefused'],
    'phase' | 'round' | 'office' | 'dueOn'
  >;
  readonly ProgrammeSuspended: Pick<TimeEvents['ProgrammeSuspended'], 'office' | 'by'>;
  readonly ProgrammeResumed: Pick<TimeEvents['ProgrammeResumed'], 'office' | 'by' | 'days'>;
  readonly ClimbStopped: Pick<TimeEvents['ClimbStopped'], 'phase' | 'round' | 'office'>;
  readonly AnswerMissed: Pick<
    TimeEvents['AnswerMissed'],
    'phase' | 'round' | 'rung' | 'answerDueOn' | 'responsible'
  >;
  readonly ReviewRequested: Pick<
    TimeEvents['ReviewRequested'],
    'phase' | 'round' | 'rung' | 'office' | 'dueOn'
  >;
  readonly ReviewDecided: Pick<
    TimeEvents['ReviewDecided'],
    'phase' | 'round' | 'rung' | 'office' | 'upheld'
  >;
  readonly AccountabilityDecided: Pick<
    TimeEvents['AccountabilityDecided'],
    'phase' | 'round' | 'rung' | 'office' | 'measure'
  >;
}

export type TimeNotificationKind = keyof TimeNotificationData;

/** Whether a unit programme stands still, or goes on, only because its parent does. */
export function isWithParent({ by }: { readonly by: string }): boolean {
  return by === 'clock';
}
