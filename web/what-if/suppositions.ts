/** What is supposed: a list of changes, each said in words. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import type { Plan } from '../api/plan.ts';
import type { Programme } from '../programme/programme-query.ts';

export type Change = Schemas['ProjectProgramme']['changes'][number];
export type Phase = Programme['phases'][number];

export const MOST_CHANGES = 10;

/** Of a start there is one, and of a phase one extension and one delay: a new one takes the place of the old one. */
export function withChange(changes: readonly Change[], added: Change): readonly Change[] {
  const kept = changes.filter((one) => placeOf(one) !== placeOf(added) || placeOf(one) === null);
  return [...kept, added];
}

export function withoutExtension(changes: readonly Change[], phase: string): readonly Change[] {
  return changes.filter((one) => !(one.kind === 'extension' && one.phase === phase));
}

function placeOf(change: Change): string | null {
  if (change.kind === 'start') return 'start';
  return change.kind === 'extension' || change.kind === 'late'
    ? `${change.kind} ${change.phase}`
    : null;
}

/** Phases that can still be supposed to move. */
export function livePhases({ phases }: Pick<Programme, 'phases'>): readonly Phase[] {
  return phases.filter(({ status }) => status !== 'closed' && status !== 'lapsed');
}

/** @param plan undefined while it is read; offices are then said by their keys */
export function useChangeWords(
  { phases }: Pick<Programme, 'phases'>,
  plan: Plan | undefined,
): (change: Change) => string {
  const { t } = useTranslation('whatIf');
  const { say, marks } = useLanguage();
  const stageOf = (key: string): string => {
    const title = phases.find((phase) => phase.key === key)?.title;
    return title === undefined ? key : say(title);
  };
  const officeOf = (key: string): string => {
    const title = plan?.offices.find((office) => office.key === key)?.title;
    return title === undefined ? key : say(title);
  };
  return (change) => {
    switch (change.kind) {
      case 'start':
        return t('said.start', { startsOn: change.startsOn });
      case 'extension':
        return t('said.extension', { stage: stageOf(change.phase), dueOn: change.dueOn });
      case 'vacancy': {
        const { from, to } = change;
        const office = officeOf(change.office);
        return to === null
          ? t('said.vacancy', { office, from })
          : t('said.vacancyTo', { office, from, to });
      }
      case 'calendar':
        return marks.clauses([
          ...daysSaid(change.off).map((days) => t('said.off', { days })),
          ...daysSaid(change.worked).map((days) => t('said.worked', { days })),
        ]);
      case 'late':
        return t('said.late', { stage: stageOf(change.phase), workdays: change.workdays });
    }
  };
}

function daysSaid(days: readonly string[] = []): readonly string[] {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  return [first === last ? first : `${first} – ${last}`];
}
