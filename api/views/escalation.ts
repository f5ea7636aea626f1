/** An escalation as people see it. */
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { Definition, Localised, RungKey } from '../../domain/definition/types.ts';
import type { EscalationRow } from '../reads.ts';
import { personRef, type Names, type PersonName } from './rows.ts';

export interface EscalationShown {
  readonly id: string;
  readonly phase: string;
  readonly phaseTitle: Localised;
  readonly round: number;
  readonly rung: RungKey;
  readonly title: Localised;
  readonly plannedAt: string;
  readonly raisedAt: string;
  readonly responsible: readonly string[];
  readonly answerDueOn: string;
  readonly answer?: string;
  readonly answeredBy?: PersonName;
  readonly answeredOffice?: string;
  readonly answeredAt?: string;
}

export function escalationView(
  row: EscalationRow,
  definition: Definition,
  names: Names,
): EscalationShown {
  const phase = phaseOf(definition, row.phase);
  const rung = definition.ladder.rungs.find(({ key }) => key === row.rung);
  return {
    id: row.id,
    phase: row.phase,
    phaseTitle: phase?.title ?? { zh: row.phase, en: row.phase },
    round: row.round,
    rung: row.rung,
    title: rung?.title ?? { zh: row.rung, en: row.rung },
    plannedAt: row.plannedAt,
    raisedAt: row.raisedAt,
    responsible: row.responsible,
    answerDueOn: row.answerDueOn,
    ...answerOf(row, names),
  };
}

function answerOf(
  row: EscalationRow,
  names: Names,
): Pick<EscalationShown, 'answer' | 'answeredBy' | 'answeredOffice' | 'answeredAt'> {
  return {
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.answeredBy === null ? {} : { answeredBy: personRef(row.answeredBy, names) }),
    ...(row.answeredOffice === null ? {} : { answeredOffice: row.answeredOffice }),
    ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
  };
}
