/** Which roll-out is shown; nothing where there is only one. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { PaceBar } from './pace-bar.tsx';
import type { Rollout } from './unit-queries.ts';

export interface RolloutChoiceProps {
  readonly rollouts: readonly Rollout[];
  readonly shown: string;
}

export function RolloutChoice({ rollouts, shown }: RolloutChoiceProps): ReactElement | null {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  if (rollouts.length < 2) return null;
  return (
    <nav aria-label={t('rollouts')}>
      <ul className="rollouts">
        {rollouts.map(({ key, title, done, total, percent }) => (
          <li key={key}>
            <Link
              className="rollout"
              to={`?rollout=${key}`}
              aria-current={key === shown ? 'true' : undefined}
              preventScrollReset
            >
              <strong>{say(title)}</strong>
              <span>{t('overall', { done, total, percent })}</span>
              <PaceBar percent={percent} pace={null} label={`${percent}%`} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
