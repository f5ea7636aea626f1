/** Values and targets in words: with their unit, and with what is asked of them. */
import { useTranslation } from 'react-i18next';
import type { Indicator, Target } from './indicator-queries.ts';
import { asksEach } from './judge.ts';

export interface Amounts {
  /** A value that was measured; of an indicator that asks each unit, how many of them reach the target. */
  readonly value: (indicator: Indicator, value: number | null) => string;
  /** What a target asks for. */
  readonly asked: (indicator: Indicator, target: Pick<Target, 'required'>) => string;
  readonly parts: (of: {
    readonly numerator: number;
    readonly denominator: number | null;
  }) => string;
}

export function useAmounts(): Amounts {
  const { t } = useTranslation('indicators');
  return {
    value: (indicator, value) => {
      if (value === null) return t('noValue');
      return asksEach(indicator)
        ? t('unitShare', { value: grouped(value) })
        : t(`amount.${indicator.unit}`, { value: grouped(value) });
    },
    asked: (indicator, { required }) => {
      const amount = t(`amount.${indicator.unit}`, { value: grouped(required) });
      const asked = t(`comparator.${indicator.comparator}`, { amount });
      if (indicator.source.each === 'group') return t('eachGroup', { asked });
      return asksEach(indicator) ? t('each', { asked }) : asked;
    },
    parts: ({ numerator, denominator }) =>
      denominator === null ? grouped(numerator) : `${grouped(numerator)}/${grouped(denominator)}`,
  };
}

/** With separators of thousands, the same in both languages. */
function grouped(value: number): string {
  const [whole = '', part] = String(value).split('.');
  const spaced = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? spaced : `${spaced}.${part}`;
}
