/** An answer that was owed is recorded as missed. */
import { recipientsOf } from '../../authority/holding.ts';
import { ladderOf } from '../../definition/phase-of.ts';
import { requirePhase } from '../lookups.ts';
import type { Performers } from '../performers.ts';

export const timePerformers: Performers<'missAnswer'> = {
  missAnswer: (state, { phase: key, round, at, qualifier }, { definition, holders, now }) => {
    const phase = requirePhase(state, definition, key);
    const rung = phase.state.rungs.find((raised) => raised.rung === qualifier);
    if (rung === undefined) return [];
    const { escalationId, answerDueOn, responsible } = rung;
    const defined = ladderOf(definition, phase.definition).rungs.find(
      (one) => one.key === rung.rung,
    );
    const told = [...new Set([...responsible, ...(defined?.audience.offices ?? [])])];
    return [
      {
        type: 'AnswerMissed',
        at: now,
        data: {
          phase: key,
          round,
          plannedAt: at,
          rung: rung.rung,
          escalationId,
          answerDueOn,
          responsible,
          recipients: recipientsOf(told, holders),
        },
      },
    ];
  },
};
