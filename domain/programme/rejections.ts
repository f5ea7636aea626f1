/** Refusals: values with a stable code and parameters, never exceptions. Their words in both languages live in the problem catalogue. */
import type { CalendarRejectionCode } from './calendars/rejections.ts';
import type { DeliberationRejectionCode } from './deliberation/rejections.ts';
import type { DutyRejectionCode } from './duties/rejections.ts';
import type { HandsRejectionCode } from './hands/rejections.ts';
import type { IndicatorRejectionCode } from './indicators/rejections.ts';
import type { MigrationRejectionCode } from './migration/rejections.ts';
import type { TimeRejectionCode } from './time/rejections.ts';
import type { UnitRejectionCode } from './units/rejections.ts';

export type CoreRejectionCode =
  | 'already-activated'
  | 'programme-not-active'
  | 'not-owner'
  | 'not-office-holder'
  | 'unknown-phase'
  | 'unknown-deliverable'
  | 'unknown-step'
  | 'unknown-escalation'
  | 'phase-not-open'
  | 'stale-round'
  | 'step-not-open'
  | 'slot-not-open'
  | 'already-decided'
  | 'handed-in-by-same-person'
  | 'second-slot-of-same-person'
  | 'opinion-required'
  | 'return-target-invalid'
  | 'return-target-unexpected'
  | 'signing-under-way'
  | 'not-your-decision'
  | 'already-answered'
  | 'not-responsible'
  | 'nothing-to-withdraw'
  | 'phase-already-closed'
  | 'start-date-invalid';

export type RejectionCode =
  | CoreRejectionCode
  | DutyRejectionCode
  | UnitRejectionCode
  | IndicatorRejectionCode
  | DeliberationRejectionCode
  | TimeRejectionCode
  | HandsRejectionCode
  | CalendarRejectionCode
  | MigrationRejectionCode;

export interface Rejection {
  readonly code: RejectionCode;
  /** Parameters for the message: keys, dates, counts; never free text of people. */
  readonly params: Readonly<Record<string, string | number>>;
}

export type Decision<E> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly rejection: Rejection };

export function accept<E>(events: readonly E[]): Decision<E> {
  return { ok: true, events };
}

export function refuse(code: RejectionCode, params: Rejection['params'] = {}): Decision<never> {
  return { ok: false, rejection: { code, params } };
}
