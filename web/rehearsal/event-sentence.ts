/** An entry of the record as a short sentence: which words, and what stands in them. Pure. */
import { rehearsal as words } from '../words/zh/rehearsal.ts';
import type { Happening } from './rehearsal-queries.ts';
import type { Titles } from './use-words.ts';

const DECISIONS = ['approve', 'return', 'reject', 'abstain'] as const;
const RUNGS = ['urge', 'supervise', 'circulate', 'accountability'] as const;

type EventWord = Exclude<keyof typeof words.events, 'StepDecided'>;

/** Within the words for events. */
export type EventKey = EventWord | `StepDecided.${(typeof DECISIONS)[number]}`;

export interface EventSentence {
  readonly key: EventKey;
  readonly params: EventParams;
}

/** Empty where the entry has no such thing. */
export interface EventParams {
  readonly phase: string;
  readonly office: string;
  readonly offices: string;
  readonly deliverable: string;
  readonly dueOn: string;
  readonly rung: string;
}

/** Null for what is of no interest here, or was invented later. */
export function sentenceOf(
  { type, data }: Happening,
  titles: Titles,
  rungOf: (rung: (typeof RUNGS)[number]) => string,
): EventSentence | null {
  const given = fieldsOf(data);
  const phase = textOf(given, 'phase');
  const rung = RUNGS.find((one) => one === given['rung']);
  const params = {
    phase: titles.phase(phase),
    office: titles.office(textOf(given, 'office')),
    offices: titles.offices(
      listOf(given, given['responsible'] === undefined ? 'offices' : 'responsible'),
    ),
    deliverable: titles.deliverable(phase, textOf(given, 'deliverable')),
    dueOn: textOf(given, 'dueOn'),
    rung: rung === undefined ? '' : rungOf(rung),
  };
  if (type === 'StepDecided') {
    const decision = DECISIONS.find((one) => one === given['decision']);
    return decision === undefined ? null : { key: `StepDecided.${decision}`, params };
  }
  return isKnown(type) ? { key: type, params } : null;
}

/** What presses, so that it stands out. */
export function isPressing({ type }: Happening): boolean {
  return ['DeadlineMissed', 'EscalationRaised', 'AnswerMissed', 'PhaseReturned'].includes(type);
}

function isKnown(type: string): type is EventWord {
  return type !== 'StepDecided' && Object.hasOwn(words.events, type);
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function textOf(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

function listOf(fields: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
