/** The programme as it stood after any of its entries, or at any instant, beside how it stands today. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../parts/loaded.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { AsOfStepper } from './as-of-stepper.tsx';
import { sentenceOf, typeText, valueText, whoOf, type Teller } from './event-words.ts';
import { Moment } from './moment.tsx';
import { PastPhases } from './past-phases.tsx';
import { usePastProgramme, useTrailSummary, type PastPlace } from './trail-queries.ts';
import { useNames } from './use-names.ts';
import type { PastProgramme, TrailSummary } from './types.ts';

export function AsOfPage(): ReactElement {
  const { t } = useTranslation('trail');
  const { id } = useShownProgramme();
  const summary = useTrailSummary(id);
  return (
    <section aria-labelledby="as-of-title">
      <h2 id="as-of-title">{t('section.asOf')}</h2>
      <p className="trail-intro">{t('asOf.intro')}</p>
      <Loaded query={summary}>{(counts) => <Chosen summary={counts} />}</Loaded>
    </section>
  );
}

function Chosen({ summary }: { readonly summary: TrailSummary }): ReactElement {
  const { id } = useShownProgramme();
  const [address] = useSearchParams();
  const past = usePastProgramme(id, placeOf(address, summary.entries));
  return (
    <>
      <AsOfStepper
        all={summary.entries}
        position={past.data?.position ?? positionIn(address, summary.entries)}
      />
      <Loaded query={past}>
        {(then) => <Then then={then} isOutdated={past.isPlaceholderData} />}
      </Loaded>
    </>
  );
}

function placeOf(address: URLSearchParams, last: number): PastPlace {
  const at = address.get('at');
  return at === null ? { position: String(positionIn(address, last)) } : { at };
}

function positionIn(address: URLSearchParams, last: number): number {
  const given = Number(address.get('position') ?? last);
  return Number.isInteger(given) && given >= 1 ? given : last;
}

interface ThenProps {
  readonly then: PastProgramme;
  readonly isOutdated: boolean;
}

function Then({ then, isOutdated }: ThenProps): ReactElement {
  const { t } = useTranslation('trail');
  const today = useShownProgramme();
  const teller: Teller = { t, names: useNames(today) };
  return (
    <div aria-busy={isOutdated} className={isOutdated ? 'trail-outdated' : undefined}>
      <Facts then={then} teller={teller} />
      <PastPhases then={then} today={today} teller={teller} />
    </div>
  );
}

function Facts({
  then,
  teller,
}: {
  readonly then: PastProgramme;
  readonly teller: Teller;
}): ReactElement {
  const { t, names } = teller;
  const { definition, calendar, entry, people, nextMoment, status } = then;
  return (
    <dl className="trail-facts trail-panel">
      <dt>{t('asOf.lastEntry')}</dt>
      <dd>
        <Moment at={entry.at} /> · <span className="trail-type">{typeText(entry.type, t)}</span>
        {sentenceOf(entry, teller)}
        <span className="trail-who"> · {whoOf(entry, people, teller)}</span>
      </dd>
      <dt>{t('asOf.status')}</dt>
      <dd>{valueText(status, t)}</dd>
      <dt>{t('asOf.nextMoment')}</dt>
      <dd>
        {nextMoment === null ? (
          t('workflow.none')
        ) : (
          <>
            <Moment at={nextMoment.at} /> · {t(`asOf.moment.${nextMoment.kind}`)}{' '}
            {names.phase(nextMoment.phase)}
          </>
        )}
      </dd>
      <dt>{t('asOf.definition')}</dt>
      <dd>{t('asOf.version', { ...definition })}</dd>
      <dt>{t('asOf.calendar')}</dt>
      <dd>{t('asOf.version', { ...calendar })}</dd>
    </dl>
  );
}
