/** How the answer to a rung stands: a shape, a colour and, above all, words. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerState } from './ladders.ts';

const SHAPES: Readonly<Record<AnswerState, string>> = {
  struck: '⊘',
  answered: '●',
  answeredLate: '◐',
  missed: '▲',
  owed: '○',
};

export function StateMark({ state }: { readonly state: AnswerState }): ReactElement {
  const { t } = useTranslation('pressure');
  return (
    <span className={`state-mark state-mark-${state}`}>
      <span aria-hidden>{SHAPES[state]} </span>
      {t(`state.${state}`)}
    </span>
  );
}
