/** What was reported of an indicator, corrected reports struck through, and reporting for who may. */
import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../parts/loaded.tsx';
import { More } from '../parts/more.tsx';
import { useHolds } from '../session/session.ts';
import type { Programme } from '../programme/programme-query.ts';
import { useReports, useStandingNames, type Indicator, type Report } from './indicator-queries.ts';
import { ReportForm } from './report-form.tsx';
import { ReportTable } from './report-table.tsx';

export interface ReportsProps {
  readonly programme: Programme;
  readonly indicator: Indicator;
}

/** `new`, or the report that is corrected. */
type Asked = 'new' | Report;

export function Reports({ programme, indicator }: ReportsProps): ReactElement {
  const { t } = useTranslation('indicators');
  const place = { id: programme.id, key: indicator.key };
  const reports = useReports(place);
  const names = useStandingNames(place);
  const mayReport = useHolds()(indicator.office) && programme.status === 'active';
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isSent, setSent] = useState(false);
  return (
    <section>
      <div className="indicators-head">
        <h3>{t('reports')}</h3>
        {mayReport ? (
          <Button type="primary" onClick={() => setAsked('new')}>
            {t('report')}
          </Button>
        ) : null}
      </div>
      <div aria-live="polite">
        {isSent ? <Alert type="success" showIcon title={t('sent')} /> : null}
      </div>
      <Loaded query={reports}>
        {(items) => {
          if (items.length === 0) return <p className="indicators-hint">{t('noReports')}</p>;
          return (
            <ReportTable
              reports={items}
              names={names.data}
              onCorrect={mayReport ? setAsked : null}
            />
          );
        }}
      </Loaded>
      <More list={reports} />
      {asked === null ? null : (
        <ReportForm
          programme={programme}
          indicator={indicator}
          names={names.data ?? new Map()}
          corrected={asked === 'new' ? null : asked}
          onClose={(isDone) => {
            setSent(isDone);
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}
