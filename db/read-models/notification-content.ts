/** Reads what a stored notification tells, so that it can be put into words. */
import { z } from 'zod';
import { handsContents } from './hands-notification-content.ts';
import { calendarApplied } from './calendar-notification.ts';
import type { NotificationContent } from '../../domain/wording/notification-content.ts';
import { timeContents } from './notification-content-time.ts';

const place = { phase: z.string(), round: z.int() };
const date = z.iso.date();
const offices = z.array(z.string());
const version = z.object({ key: z.string(), version: z.int() });

const measurement = {
  measuredOn: date,
  required: z.number(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  met: z.boolean(),
  missing: z.int(),
  unmetCount: z.int(),
  pace: z.object({ expected: z.number(), behind: z.boolean() }).exactOptional(),
};

const contentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('PhaseOpened'), data: z.object({ ...place, dueOn: date }) }),
  z.object({
    kind: z.literal('StepOpened'),
    data: z.object({ ...place, step: z.string(), dueOn: date.optional() }),
  }),
  z.object({
    kind: z.literal('DeadlineReminded'),
    data: z.object({ ...place, workdaysBefore: z.int(), dueOn: date }),
  }),
  z.object({
    kind: z.literal('DeadlineMissed'),
    data: z.object({ ...place, dueOn: date, responsible: offices }),
  }),
  z.object({
    kind: z.literal('EscalationRaised'),
    data: z.object({
      ...place,
      rung: z.enum(['urge', 'supervise', 'circulate', 'accountability']),
      dueOn: date,
      responsible: offices,
      answerDueOn: date,
    }),
  }),
  z.object({
    kind: z.literal('MeetingInquorate'),
    data: z.object({
      ...{ ...place, step: z.string(), office: z.string(), heldOn: date },
      ...{ eligible: z.int(), present: z.int(), quorum: z.int() },
    }),
  }),
  z.object({
    kind: z.literal('DeliverableCalledFor'),
    data: z.object({ ...place, step: z.string(), deliverables: offices }),
  }),
  z.object({
    kind: z.literal('PhaseReturned'),
    data: z.object({ ...place, returnTo: z.string(), office: z.string().nullable() }),
  }),
  z.object({
    kind: z.literal('PhaseLapsed'),
    data: z.object({ ...place, dueOn: date, responsible: offices }),
  }),
  z.object({
    kind: z.literal('IndicatorMeasured'),
    data: z.object({ ...place, ...measurement }),
  }),
  ...timeContents,
  ...handsContents,
  z.object({ kind: z.literal('CalendarApplied'), data: calendarApplied }),
  z.object({ kind: z.literal('MigrationProposed'), data: z.object({ to: version }) }),
  z.object({
    kind: z.literal('MigrationRefused'),
    data: z.object({ to: version, office: z.string() }),
  }),
  z.object({
    kind: z.literal('ProgrammeMigrated'),
    data: z.object({ from: version, to: version, office: z.string() }),
  }),
]);

export interface StoredNotification {
  readonly kind: string;
  readonly phase: string | null;
  readonly round: number | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Last day of the phase's present round, for kinds whose event does not carry it. */
  readonly dueOn: string | null;
}

/** @throws ZodError when the row is of an unknown kind or lacks what the words need, which is a defect of the projection. */
export function readNotificationContent(row: StoredNotification): NotificationContent {
  const known = {
    ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
    ...(row.phase === null ? {} : { phase: row.phase }),
    ...(row.round === null ? {} : { round: row.round }),
    ...row.data,
  };
  return contentSchema.parse({ kind: row.kind, data: known });
}
