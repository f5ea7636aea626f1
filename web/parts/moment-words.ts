/** What the system will do by itself at a moment, in words. */
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

type Said = Pick<Schemas['Moment'], 'kind' | 'workdaysBefore' | 'rung'>;

export function useMomentWords(): (moment: Said) => string {
  const { t } = useTranslation('programme');
  return ({ kind, workdaysBefore = 0, rung }) => {
    if (kind === 'remind') {
      return workdaysBefore === 0
        ? t('moment.remindOnDay')
        : t('moment.remind', { days: workdaysBefore });
    }
    return t(`moment.${kind}`, { rung: rung === undefined ? '' : t(`rung.${rung}`) });
  };
}
