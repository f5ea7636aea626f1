/** What was decided before in this phase, the latest round first. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { When } from '../parts/when.tsx';
import type { SheetProps } from './facts.tsx';
import type { Names } from './task-queries.ts';

type Opinion = Schemas['Opinion'];

export function Opinions({ sheet, names }: SheetProps): ReactElement {
  const { t } = useTranslation('task');
  const { opinions, phase } = sheet;
  const rounds = [...new Set(opinions.map(({ round }) => round))].sort((a, b) => b - a);
  return (
    <section className="task-card" aria-labelledby="task-opinions">
      <h2 id="task-opinions">{t('opinions')}</h2>
      {opinions.length === 0 ? <p className="task-quiet">{t('noOpinions')}</p> : null}
      {rounds.map((round) => (
        <section key={round} aria-labelledby={`task-round-${round}`}>
          <h3 id={`task-round-${round}`}>{t('roundNumber', { round })}</h3>
          <ol className="task-opinions">
            {opinions
              .filter((opinion) => opinion.round === round)
              .map((opinion) => (
                <OpinionLine
                  key={`${opinion.step}.${opinion.office}.${opinion.at}`}
                  opinion={opinion}
                  phase={phase}
                  names={names}
                />
              ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

interface OpinionLineProps {
  readonly opinion: Opinion;
  readonly phase: string;
  readonly names: Names;
}

function OpinionLine({ opinion, phase, names }: OpinionLineProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  return (
    <li>
      <p className="task-opinion-head">
        <strong>{t(`decided.${opinion.decision}`)}</strong>
        <span>{say(opinion.officeTitle)}</span>
        <span>{say(opinion.by.name)}</span>
        <span className="task-quiet">{say(names.step(phase, opinion.step))}</span>
        <span className="task-quiet">
          <When at={opinion.at} />
        </span>
      </p>
      {opinion.opinion === undefined ? null : <blockquote>{opinion.opinion}</blockquote>}
    </li>
  );
}
