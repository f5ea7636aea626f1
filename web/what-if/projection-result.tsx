/** What would come of it: the first breach, when the plan is completed, who acts for whom, and every date that moves. */
import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { GridTable, type GridRow } from '../parts/grid-table.tsx';
import { daysBetween } from './days.ts';
import type { Move, Projection } from './projection-query.ts';

const SHOWN_AT_FIRST = 40;

export function ProjectionResult({
  projection,
}: {
  readonly projection: Projection;
}): ReactElement {
  return (
    <>
      <Breach projection={projection} />
      <Completion {...projection.completesOn} />
      <Moves projection={projection} />
      <StandIns standIns={projection.standIns} />
    </>
  );
}

function Breach({ projection }: { readonly projection: Projection }): ReactElement {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const { firstBreach, summary } = projection;
  if (firstBreach === null) {
    return <Alert type="success" showIcon title={t('noBreach')} description={say(summary)} />;
  }
  const { title, dueOn, because, withoutChanges } = firstBreach;
  return (
    <Alert
      type="error"
      showIcon
      title={
        <>
          {t('breach', { stage: say(title), dueOn })}
          {withoutChanges ? t('breachAnyway') : null}
        </>
      }
      description={say(because)}
    />
  );
}

function Completion({ before, after }: Projection['completesOn']): ReactElement {
  const { t } = useTranslation('whatIf');
  const never = t('never');
  return (
    <p className="what-if-completes">
      {before === after
        ? t('completesSame', { after: after ?? never })
        : t('completes', { before: before ?? never, after: after ?? never })}
    </p>
  );
}

function Moves({ projection }: { readonly projection: Projection }): ReactElement {
  const { t } = useTranslation('whatIf');
  const [isWhole, setWhole] = useState(false);
  const rowOf = useRows();
  const { omitted } = projection;
  const moves = projection.moves.toSorted((one, other) =>
    compare(instantOf(one), instantOf(other)),
  );
  if (moves.length === 0) return <p className="what-if-hint">{t('noMoves')}</p>;
  const shown = isWhole ? moves : moves.slice(0, SHOWN_AT_FIRST);
  return (
    <section>
      <h3>{t('moves')}</h3>
      <GridTable
        label={t('moves')}
        columns={[
          { key: 'what', title: t('what') },
          { key: 'before', title: t('before') },
          { key: 'after', title: t('after') },
          { key: 'shift', title: t('shift'), isNumber: true },
        ]}
        rows={shown.map(rowOf)}
      />
      {shown.length === moves.length ? null : (
        <Button className="what-if-more" onClick={() => setWhole(true)}>
          {t('showAll', { count: moves.length })}
        </Button>
      )}
      {omitted > 0 && shown.length === moves.length ? (
        <p className="what-if-hint">{t('omitted', { count: omitted })}</p>
      ) : null}
    </section>
  );
}

function useRows(): (move: Move, index: number) => GridRow {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const kindOf = ({ kind, rung, workdaysBefore = 0 }: Move): string => {
    if (kind === 'rung') return t(`rung.${rung ?? 'urge'}`);
    if (kind !== 'reminder') return t(`moveKinds.${kind}`);
    return workdaysBefore === 0
      ? t('moveKinds.reminderOnDay')
      : t('moveKinds.reminder', { count: workdaysBefore });
  };
  return (move, index) => {
    const { kind, phase, title, before, after } = move;
    const isPressure = kind === 'missed' || kind === 'rung';
    return {
      key: String(index),
      ...(isPressure && after !== null ? { look: 'marked' as const } : {}),
      cells: [
        phase === null ? kindOf(move) : `${say(title)} · ${kindOf(move)}`,
        before === null ? '—' : <time dateTime={before.on}>{before.on}</time>,
        after === null ? '—' : <time dateTime={after.on}>{after.on}</time>,
        before === null
          ? t('fresh')
          : after === null
            ? t('gone')
            : t('days', { count: signed(daysBetween(before.on, after.on)) }),
      ],
    };
  };
}

function StandIns({ standIns }: Pick<Projection, 'standIns'>): ReactElement | null {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  if (standIns.length === 0) return null;
  return (
    <section>
      <h3>{t('standIns')}</h3>
      <GridTable
        label={t('standIns')}
        columns={[
          { key: 'phase', title: t('phase') },
          { key: 'who', title: t('office') },
          { key: 'first', title: t('firstAct') },
        ]}
        rows={standIns.map(({ title, officeTitle, actingOfficeTitle, at }, index) => ({
          key: String(index),
          cells: [
            say(title),
            t('standIn', { office: say(officeTitle), acting: say(actingOfficeTitle) }),
            at.on,
          ],
        }))}
      />
    </section>
  );
}

function instantOf({ before, after }: Move): string {
  return after?.at ?? before?.at ?? '';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** i18next takes a number as a count; a sign makes it words. */
function signed(days: number): string & number {
  const text = days > 0 ? `+${String(days)}` : String(days);
  return text as string & number;
}
