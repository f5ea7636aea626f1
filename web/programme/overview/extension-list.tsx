/** Extensions that were asked for in a phase, and what came of each; the old day stays. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import type { Schemas } from '../../api/client.ts';
import { When } from '../../parts/when.tsx';
import { officeText, usePlan } from '../../api/plan.ts';
import type { Programme } from '../programme-query.ts';

export interface ExtensionListProps {
  readonly phase: Schemas['Phase'];
  readonly programme: Programme;
}

export function ExtensionList({ phase, programme }: ExtensionListProps): ReactElement | null {
  const { t } = useTranslation('programme');
  const { say, marks } = useLanguage();
  const plan = usePlan(programme.definition).data;
  if (phase.extensions.length === 0) return null;
  return (
    <section className="phase-part">
      <h4>{t('extensions')}</h4>
      <ul className="extensions">
        {phase.extensions.map((one) => (
          <li key={one.id}>
            <p>
              <del>{one.from}</del> → <strong>{one.to}</strong>{' '}
              <span className={`extension-${one.status}`}>{t(`extension.${one.status}`)}</span>
              {one.decider === undefined || one.status !== 'requested'
                ? ''
                : marks.bracketed(
                    t('extension.decider', { office: say(officeText(plan, one.decider)) }),
                  )}
            </p>
            <p className="extension-why">
              {say(officeText(plan, one.office))} · {say(one.requestedBy.name)}{' '}
              <When at={one.requestedAt} />
              {marks.labelled('', one.reason)}
              {one.decidedBy === undefined
                ? ''
                : ` — ${one.opinion === undefined ? say(one.decidedBy.name) : marks.labelled(say(one.decidedBy.name), one.opinion)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
