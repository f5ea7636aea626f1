/** Where one looks at what a notification is about. */
import type { Notice } from './notices-query.ts';

/** Of the ladder and of time: the tab of escalation has the forms. */
const PRESSING: ReadonlySet<string> = new Set([
  'DeadlineMissed',
  'EscalationRaised',
  'AnswerMissed',
  'PhaseUrged',
  'ExtensionRequested',
  'DeadlineExtended',
  'ExtensionRefused',
  'ClimbStopped',
  'ReviewRequested',
  'ReviewDecided',
  'AccountabilityDecided',
]);

/** What waits in the inbox. */
const ASKING: ReadonlySet<string> = new Set([
  'StepOpened',
  'SlotTransferred',
  'SignerAdded',
  'ConsultationAsked',
]);

export function noticePlace({
  kind,
  programmeId,
  phase,
}: Pick<Notice, 'kind' | 'programmeId' | 'phase'>): string {
  const programme = `/programmes/${programmeId}`;
  const anchor = phase === null ? '' : `#${phase}`;
  if (ASKING.has(kind)) return `/inbox?programme=${programmeId}`;
  if (PRESSING.has(kind)) return `${programme}/pressure${anchor}`;
  if (kind === 'IndicatorMeasured') return `${programme}/indicators`;
  if (kind === 'MigrationProposed') return `${programme}/what-if`;
  return `${programme}/overview${anchor}`;
}
