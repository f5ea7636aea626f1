/** The answer to a what-if question as people see it. */
import type { Localised } from '../../domain/definition/localised.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { Projection } from '../../domain/planning/projection.ts';
import { officeTitle } from './office-title.ts';

export function projectionView(projection: Projection, definition: Definition): object {
  const { moves, standIns, firstBreach } = projection;
  return {
    ...projection,
    moves: moves.map((move) => ({ ...move, title: titleOf(definition, move.phase) })),
    standIns: standIns.map((one) => ({
      ...one,
      title: titleOf(definition, one.phase),
      officeTitle: officeTitle(definition, one.office),
      actingOfficeTitle: officeTitle(definition, one.actingOffice),
    })),
    firstBreach:
      firstBreach === null
        ? null
        : { ...firstBreach, title: titleOf(definition, firstBreach.phase) },
    summary: summaryOf(projection, definition),
  };
}

function titleOf(definition: Definition, phase: string | null): Localised {
  if (phase === null) return definition.title;
  return phaseOf(definition, phase)?.title ?? { zh: phase, en: phase };
}

function summaryOf(projection: Projection, definition: Definition): Localised {
  const { moves, omitted, firstBreach, completesOn, until } = projection;
  const count = moves.length + omitted;
  const breach =
    firstBreach === null
      ? { zh: '没有逾期。', en: 'No deadline is missed.' }
      : breachWords(firstBreach, titleOf(definition, firstBreach.phase));
  const { before, after } = completesOn;
  const end =
    after === null
      ? { zh: `截至 ${until} 不能全部办结。`, en: `It is not completed by ${until}.` }
      : endWords(before, after);
  return {
    zh: `共有 ${count} 个日期变动。${breach.zh}${end.zh}`,
    en: `${count} dates move. ${breach.en} ${end.en}`,
  };
}

function breachWords(
  { dueOn, because, withoutChanges }: NonNullable<Projection['firstBreach']>,
  title: Localised,
): Localised {
  const same = withoutChanges
    ? { zh: '（不作变动也会逾期）', en: ' (without the changes, too)' }
    : { zh: '', en: '' };
  return {
    zh: `最先逾期的是“${title.zh}”（截止日 ${dueOn}）${same.zh}：${because.zh}`,
    en: `The first to be missed is “${title.en}”, due on ${dueOn}${same.en}: ${because.en}`,
  };
}

function endWords(before: string | null, after: string): Localised {
  if (before === after)
    return { zh: `办结日期仍为 ${after}。`, en: `It is completed on ${after} all the same.` };
  const was = before ?? '—';
  return {
    zh: `办结日期由 ${was} 变为 ${after}。`,
    en: `It is completed on ${after} instead of ${was}.`,
  };
}
