/** Types of events that an auditor looks at together. */
import type { EventType } from './event-words.ts';

export type TypeGroup = 'signing' | 'time' | 'material' | 'programme' | 'other';

const GROUP_OF: Readonly<Record<EventType, TypeGroup>> = {
  ProgrammeActivated: 'programme',
  PhaseOpened: 'programme',
  DeliverableHandedIn: 'material',
  StepOpened: 'signing',
  StepRecalled: 'signing',
  StepDecided: 'signing',
  DecisionWithdrawn: 'signing',
  PhaseClosed: 'programme',
  PhaseReturned: 'signing',
  DeadlineReminded: 'time',
  DeadlineMissed: 'time',
  EscalationRaised: 'time',
  EscalationAnswered: 'time',
  ProgrammeCompleted: 'programme',
  ProgrammeRejected: 'programme',
  ProgrammeWithdrawn: 'programme',
  ProgrammeTerminated: 'programme',
  PhaseLapsed: 'programme',
  UnitsChanged: 'other',
  UnitProgrammesAligned: 'other',
  SampleDrawn: 'other',
  UnitInspected: 'other',
  IndicatorReported: 'other',
  IndicatorMeasured: 'other',
  MeetingInquorate: 'signing',
  DeliverableCalledFor: 'material',
  ExtensionRequested: 'time',
  LateExtensionRequested: 'time',
  DeadlineExtended: 'time',
  ExtensionRefused: 'time',
  ProgrammeSuspended: 'programme',
  ProgrammeResumed: 'programme',
  ClimbStopped: 'time',
  AnswerMissed: 'time',
  ReviewRequested: 'time',
  ReviewDecided: 'time',
  AccountabilityDecided: 'time',
  SlotTransferred: 'signing',
  SignerAdded: 'signing',
  SignerRemoved: 'signing',
  ConsultationAsked: 'signing',
  ConsultationAnswered: 'signing',
  PhaseCopied: 'other',
  PhaseUrged: 'time',
  ContributionCompleted: 'material',
  ContributionReopened: 'material',
  InnerDateMissed: 'time',
  CalendarApplied: 'time',
  MigrationProposed: 'programme',
  MigrationRefused: 'programme',
  ProgrammeMigrated: 'programme',
};

const GROUPS = ['signing', 'time', 'material', 'programme', 'other'] as const;

export const TYPE_GROUPS: readonly {
  readonly group: TypeGroup;
  readonly types: readonly string[];
}[] = GROUPS.map((group) => ({
  group,
  types: Object.entries(GROUP_OF)
    .filter(([, of]) => of === group)
    .map(([type]) => type),
}));
