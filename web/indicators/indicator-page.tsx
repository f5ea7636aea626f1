/** One indicator: its targets, how it went, what was reported, and the units behind the value. */
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { instantText } from '../parts/when.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { useIndicators, type Indicator } from './indicator-queries.ts';
import { sourceWord } from './judge.ts';
import { Measurements } from './measurements.tsx';
import { Reports } from './reports.tsx';
import { Standings } from './standings.tsx';
import { TargetCards } from './target-cards.tsx';
import { TrendChart } from './trend-chart.tsx';
import './indicators.css';

export function IndicatorPage(): ReactElement {
  const { indicator: key } = useParams();
  const { id } = useShownProgramme();
  const { t } = useTranslation('common');
  const indicators = useIndicators(id);
  return (
    <Loaded query={indicators}>
      {(items) => {
        const indicator = items.find((one) => one.key === key);
        return indicator === undefined ? (
          <Empty description={t('notFoundHint')} />
        ) : (
          <Sides indicator={indicator} />
        );
      }}
    </Loaded>
  );
}

function Sides({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const { t } = useTranslation('indicators');
  const { say, marks } = useLanguage();
  const programme = useShownProgramme();
  const { title, clause, officeTitle, coverage, source } = indicator;
  return (
    <div className="indicator">
      <Link to={`/programmes/${programme.id}/indicators`} className="indicator-back">
        <ArrowLeftOutlined aria-hidden /> {t('back')}
      </Link>
      <h2 className="indicators-title">{say(title)}</h2>
      <p className="indicators-hint">
        {marks.labelled(t('office'), say(officeTitle))} · {t('clause', { clause })} ·{' '}
        {t(`source.${sourceWord(indicator)}`)}
        {coverage === null ? null : <> · {t('coverage', { ...coverage })}</>}
      </p>
      <TargetCards programme={programme} indicator={indicator} />
      <section>
        <h3>{t('trend')}</h3>
        <TrendChart indicator={indicator} today={instantText(programme.now).slice(0, 10)} />
        <Measurements indicator={indicator} />
      </section>
      {source.kind === 'reported' ? <Reports programme={programme} indicator={indicator} /> : null}
      {coverage === null ? null : <Standings programme={programme.id} indicator={indicator} />}
    </div>
  );
}
