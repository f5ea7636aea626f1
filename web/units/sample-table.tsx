/** One sample: the units that were drawn, and what was found in each. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { GridTable } from '../parts/grid-table.tsx';
import { instantText } from '../parts/when.tsx';
import type { UnitInspected } from './inspection-form.tsx';
import type { Sample, UnitProgress } from './unit-queries.ts';

export interface SampleTableProps {
  readonly sample: Sample;
  readonly number: number;
  readonly stage: string;
  /** Undefined while they are being read. */
  readonly names: ReadonlyMap<string, UnitProgress> | undefined;
  /** Null for who may not. */
  readonly onRecord: ((inspected: UnitInspected) => void) | null;
}

export function SampleTable(props: SampleTableProps): ReactElement {
  const { sample, number, stage, names, onRecord } = props;
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const { id, drawnAt, from, units, seed } = sample;
  const heading = t('sample', { number, stage });
  const isOpen = units.some(({ status }) => status === 'pending');
  return (
    <section className="sample">
      <h4>{heading}</h4>
      <p>{t('sampleFacts', { at: instantText(drawnAt), from, count: units.length })}</p>
      <GridTable
        label={heading}
        columns={[
          { key: 'unit', title: t('unit') },
          { key: 'town', title: t('town') },
          { key: 'result', title: t('result') },
          { key: 'round', title: t('round'), isNumber: true },
          ...(onRecord !== null && isOpen ? [{ key: 'act', title: t('act') }] : []),
        ]}
        rows={units.map(({ key, status, round }) => {
          const unit = names?.get(key);
          const name = unit === undefined ? key : say(unit.title);
          const programmeId = unit?.programmeId ?? null;
          return {
            key,
            cells: [
              programmeId === null ? (
                name
              ) : (
                <Link key="unit" to={`/programmes/${programmeId}`}>
                  {name}
                </Link>
              ),
              unit?.group === undefined ? '—' : say(unit.group.title),
              <span key="result" className={status === 'failed' ? 'unit-failed' : undefined}>
                {t(`results.${status}`)}
              </span>,
              round ?? '—',
              onRecord !== null && status === 'pending' ? (
                <Button
                  key="act"
                  size="small"
                  aria-label={t('recordFor', { unit: name })}
                  onClick={() => onRecord({ sample: id, unit: key, name })}
                >
                  {t('record')}
                </Button>
              ) : null,
            ],
          };
        })}
      />
      <details>
        <summary>{t('seed')}</summary>
        <code>{seed}</code>
      </details>
    </section>
  );
}
