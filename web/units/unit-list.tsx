/** The units behind a count, narrowed by town and by state, each leading to its own programme. */
import { Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { Choice } from '../parts/choice.tsx';
import { GridTable, type GridRow } from '../parts/grid-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { More } from '../parts/more.tsx';
import { When } from '../parts/when.tsx';
import { useUnits, type PhaseCount, type UnitProgress, type UnitStatus } from './unit-queries.ts';
import { useChangeAddress } from '../parts/address.ts';

const STATUSES: readonly UnitStatus[] = ['done', 'open', 'overdue', 'failed'];

export interface UnitListProps {
  readonly programme: string;
  readonly rollout: string;
  readonly phase: PhaseCount;
}

export function UnitList({ programme, rollout, phase }: UnitListProps): ReactElement {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const [address] = useSearchParams();
  const within = address.get('within');
  const status = STATUSES.find((one) => one === address.get('status')) ?? null;
  const units = useUnits(programme, rollout, { phase: phase.key, within, status });
  const heading = t('list', { stage: say(phase.title) });
  const hasTowns = phase.groups.length > 0;
  const rowOf = useRows(hasTowns);
  return (
    <section>
      <h3>{heading}</h3>
      <Filters phase={phase} within={within} status={status} />
      <Loaded query={units}>
        {(items) => {
          if (items.length === 0) return <Empty description={t('empty')} />;
          return (
            <>
              <GridTable
                label={heading}
                columns={[
                  { key: 'unit', title: t('unit') },
                  ...(hasTowns ? [{ key: 'town', title: t('town') }] : []),
                  { key: 'status', title: t('filterStatus') },
                  { key: 'closedAt', title: t('closedAt') },
                  { key: 'evidence', title: t('evidence'), isNumber: true },
                ]}
                rows={items.map(rowOf)}
              />
              <p className="units-key" role="status">
                {t(units.hasNextPage ? 'shownMore' : 'shown', { count: items.length })}
              </p>
            </>
          );
        }}
      </Loaded>
      <More list={units} />
    </section>
  );
}

function Filters({
  phase,
  within,
  status,
}: {
  readonly phase: PhaseCount;
  readonly within: string | null;
  readonly status: UnitStatus | null;
}): ReactElement {
  const { t } = useTranslation('units');
  const { say } = useLanguage();
  const changeAddress = useChangeAddress();
  const narrow = (name: string, value: string): void => {
    changeAddress({ phase: phase.key, [name]: value });
  };
  return (
    <div className="units-filters">
      {phase.groups.length === 0 ? null : (
        <Choice
          label={t('filterTown')}
          value={within ?? ''}
          onChange={(value) => narrow('within', value)}
          options={[
            { value: '', label: t('allTowns') },
            ...phase.groups.map(({ group }) => ({ value: group.key, label: say(group.title) })),
          ]}
        />
      )}
      <Choice
        label={t('filterStatus')}
        value={status ?? ''}
        onChange={(value) => narrow('status', value)}
        options={[
          { value: '', label: t('anyStatus') },
          ...STATUSES.map((one) => ({ value: one, label: t(`status.${one}`) })),
        ]}
      />
    </div>
  );
}

function useRows(hasTowns: boolean): (unit: UnitProgress) => GridRow {
  const { t } = useTranslation('units');
  const { say, marks } = useLanguage();
  return ({ key, title, group, programmeId, status, closedAt, evidence }) => ({
    key,
    cells: [
      programmeId === null ? (
        `${say(title)}${marks.bracketed(t('notStarted'))}`
      ) : (
        <Link key="unit" to={`/programmes/${programmeId}`}>
          {say(title)}
        </Link>
      ),
      ...(hasTowns ? [group === undefined ? '—' : say(group.title)] : []),
      <span key="status" className={`unit-status unit-${status}`}>
        {t(`status.${status}`)}
      </span>,
      closedAt === null ? '—' : <When key="closedAt" at={closedAt} />,
      t('evidenceCount', { count: evidence }),
    ],
  });
}
