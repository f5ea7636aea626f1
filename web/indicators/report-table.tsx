/** Reports, the newest first; those that were corrected stay, struck through. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import { GridTable, type GridRow } from '../parts/grid-table.tsx';
import { When } from '../parts/when.tsx';
import type { Report } from './indicator-queries.ts';
import { useAmounts } from './use-amounts.ts';

export interface ReportTableProps {
  readonly reports: readonly Report[];
  /** Undefined while they are being read. */
  readonly names: ReadonlyMap<string, Schemas['Localised']> | undefined;
  /** Null for who may not. */
  readonly onCorrect: ((report: Report) => void) | null;
}

export function ReportTable(props: ReportTableProps): ReactElement {
  const { t } = useTranslation('indicators');
  const rowOf = useRows(props);
  return (
    <GridTable
      label={t('reports')}
      columns={[
        { key: 'unit', title: t('unit') },
        { key: 'parts', title: t('value'), isNumber: true },
        { key: 'asOf', title: t('asOf') },
        { key: 'note', title: t('note') },
        { key: 'files', title: t('files') },
        { key: 'by', title: t('reportedBy') },
        { key: 'history', title: t('history'), isKept: true },
        ...(props.onCorrect === null ? [] : [{ key: 'act', title: t('act'), isKept: true }]),
      ]}
      rows={props.reports.map(rowOf)}
    />
  );
}

function useRows({ names, onCorrect }: ReportTableProps): (report: Report) => GridRow {
  const { t } = useTranslation('indicators');
  const { say } = useLanguage();
  const amounts = useAmounts();
  return (report) => {
    const { position, unit, asOf, note, files, by, at, replacedBy, reason } = report;
    const title = unit === null ? undefined : names?.get(unit);
    const name = unit === null ? t('whole') : title === undefined ? unit : say(title);
    return {
      key: String(position),
      ...(replacedBy === null ? {} : { look: 'struck' as const }),
      cells: [
        name,
        amounts.parts(report),
        <time key="asOf" dateTime={asOf}>
          {asOf}
        </time>,
        note ?? '—',
        files.length === 0 ? '—' : <Files key="files" files={files} />,
        <span key="by">
          {say(by.name)} <When at={at} />
        </span>,
        <span key="history">
          {reason === null ? t('original') : t('correction', { reason })}
          {replacedBy === null ? null : <strong> {t('replaced')}</strong>}
        </span>,
        onCorrect === null || replacedBy !== null ? null : (
          <Button
            key="act"
            size="small"
            aria-label={t('correctThis', { unit: name, asOf })}
            onClick={() => onCorrect(report)}
          >
            {t('correct')}
          </Button>
        ),
      ],
    };
  };
}

function Files({ files }: { readonly files: Report['files'] }): ReactElement {
  return (
    <ul className="indicators-files">
      {files.map(({ sha256, name }) => (
        <li key={sha256}>
          <a href={`/v1/files/${sha256}?name=${encodeURIComponent(name)}`} download={name}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
