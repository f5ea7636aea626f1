/** What will happen next by itself, and when: openings, reminders, deadlines and rungs, as the programme has planned them. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import type { Schemas } from '../../api/client.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useMomentWords } from '../../parts/moment-words.ts';
import { When } from '../../parts/when.tsx';
import { titleOfPhase } from '../phase-title.ts';
import { officeText, usePlan } from '../../api/plan.ts';
import type { Programme } from '../programme-query.ts';
import { useMoments } from './moments-query.ts';

const FIRST = 8;

export function NextMoments({ programme }: { readonly programme: Programme }): ReactElement {
  const { t } = useTranslation('programme');
  const moments = useMoments(programme.id);
  return (
    <section className="aside-card" aria-labelledby="next-heading">
      <h2 id="next-heading">{t('next')}</h2>
      <Loaded query={moments}>
        {(items) =>
          items.length === 0 ? (
            <p className="aside-empty">
              {t(programme.status === 'suspended' ? 'nextSuspended' : 'nextNothing')}
            </p>
          ) : (
            <MomentList items={items} programme={programme} />
          )
        }
      </Loaded>
    </section>
  );
}

interface MomentListProps {
  readonly items: readonly Schemas['Moment'][];
  readonly programme: Programme;
}

function MomentList({ items, programme }: MomentListProps): ReactElement {
  const { t } = useTranslation('programme');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, FIRST);
  return (
    <>
      <ol className="moments">
        {shown.map((moment) => (
          <MomentLine key={Object.values(moment).join(' ')} moment={moment} programme={programme} />
        ))}
      </ol>
      {items.length > FIRST ? (
        <Button type="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('fewer') : t('allOf', { count: items.length })}
        </Button>
      ) : null}
    </>
  );
}

function MomentLine({
  moment,
  programme,
}: {
  readonly moment: Schemas['Moment'];
  readonly programme: Programme;
}): ReactElement {
  const { say } = useLanguage();
  const momentWords = useMomentWords();
  const plan = usePlan(programme.definition).data;
  const { phase, at, office } = moment;
  return (
    <li>
      <When at={at} />
      <span>
        {momentWords(moment)}
        {phase === '' ? '' : ` · ${say(titleOfPhase(programme, phase))}`}
        {office === undefined ? '' : ` · ${say(officeText(plan, office))}`}
      </span>
    </li>
  );
}
