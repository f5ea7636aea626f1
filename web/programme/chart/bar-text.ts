/** What a bar of the chart says, line by line: for its details, its name and the table. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import { instantText } from '../../parts/when.tsx';
import type { ChartBar, ChartMark } from './rows.ts';

export interface MarkText {
  readonly remindersOf: (marks: readonly ChartMark[]) => string;
  readonly rungsOf: (marks: readonly ChartMark[]) => string;
}

export function useMarkText(): MarkText {
  const { t } = useTranslation('programme');
  const said = ({ at, isPlanned, rung }: ChartMark): string => {
    const name = rung === undefined ? '' : `${t(`rung.${rung}`)} `;
    return `${name}${instantText(at).slice(0, 10)}${isPlanned ? t('chart.planned') : ''}`;
  };
  const textOf = (kind: ChartMark['kind']) => (marks: readonly ChartMark[]) =>
    marks
      .filter((mark) => mark.kind === kind)
      .map(said)
      .join(t('comma'));
  return { remindersOf: textOf('reminder'), rungsOf: textOf('rung') };
}

export function useBarText(): (bar: ChartBar) => readonly string[] {
  const { t } = useTranslation('programme');
  const { say, marks } = useLanguage();
  const { remindersOf, rungsOf } = useMarkText();
  return (bar) => {
    const reminders = remindersOf(bar.marks);
    const rungs = rungsOf(bar.marks);
    return [
      marks.labelled(say(bar.title), t(`light.${bar.light}`)),
      `${bar.opensOn} ${t('to')} ${bar.dueOn}`,
      ...(bar.round > 1 ? [t('round', { round: bar.round })] : []),
      ...(bar.oldDueOn === null ? [] : [t('chart.oldDue', { day: bar.oldDueOn })]),
      ...(bar.closedAt === null ? [] : [t('chart.closed', { at: instantText(bar.closedAt) })]),
      ...(reminders === '' ? [] : [marks.labelled(t('chart.reminders'), reminders)]),
      ...(rungs === '' ? [] : [marks.labelled(t('chart.rungs'), rungs)]),
    ];
  };
}
