/** The dates that a proposed version of the calendar would move, programme by programme. */
import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Register } from '../parts/register.tsx';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import type { Preview } from './calendar-queries.ts';

type Rung = Preview['programmes'][number]['answers'][number]['rung'];

interface Move {
  readonly key: string;
  readonly programmeId: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly what:
    | { readonly kind: 'due'; readonly phase: string; readonly round: number }
    | {
        readonly kind: 'answer';
        readonly phase: string;
        readonly round: number;
        readonly rung: Rung;
      }
    | { readonly kind: 'confirmed'; readonly phase: string };
  readonly before: string | null;
  readonly after: string | null;
}

export function MovesTable({ preview }: { readonly preview: Preview }): ReactElement {
  const { t } = useTranslation('calendars');
  const { examined, affected, truncated, horizonBefore, horizonAfter } = preview;
  const moves = movesOf(preview);
  return (
    <>
      <div role="status">
        <ul>
          <li>{t('examined', { examined, affected })}</li>
          {horizonBefore === horizonAfter ? null : (
            <li>{t('horizonMoves', { before: horizonBefore, after: horizonAfter })}</li>
          )}
        </ul>
      </div>
      {truncated ? <Alert type="info" showIcon title={t('truncated')} /> : null}
      <Register
        caption={t('movesCaption')}
        rows={moves}
        rowKey={({ key }) => key}
        empty={t('nothingMoves')}
        columns={[
          {
            key: 'programme',
            title: t('moveColumns.programme'),
            cell: (move) => (
              <Link to={`/programmes/${move.programmeId}`}>
                <ProgrammeTitle of={move} />
              </Link>
            ),
          },
          {
            key: 'what',
            title: t('moveColumns.what'),
            cell: ({ what }) => <What what={what} />,
            isName: true,
          },
          {
            key: 'before',
            title: t('moveColumns.before'),
            cell: ({ before }) => before ?? t('provisional'),
          },
          {
            key: 'after',
            title: t('moveColumns.after'),
            cell: ({ after }) => <strong>{after ?? t('certain')}</strong>,
          },
        ]}
      />
    </>
  );
}

function What({ what }: { readonly what: Move['what'] }): ReactElement {
  const { t } = useTranslation('calendars');
  const { phase } = what;
  switch (what.kind) {
    case 'due':
      return <>{t('dueDay', { phase, round: what.round })}</>;
    case 'answer':
      return <>{t('answerDay', { phase, round: what.round, rung: t(`rung.${what.rung}`) })}</>;
    case 'confirmed':
      return <>{t('confirmed', { phase })}</>;
  }
}

function movesOf({ programmes }: Preview): readonly Move[] {
  return programmes.flatMap(({ programmeId, title, titleEn, changes, answers, confirmed }) => {
    const of = { programmeId, title, titleEn };
    return [
      ...changes.map(({ phase, round, dueOnBefore, dueOnAfter }): Move => ({
        ...of,
        key: `${programmeId} due ${phase}`,
        what: { kind: 'due', phase, round },
        before: dueOnBefore,
        after: dueOnAfter,
      })),
      ...answers.map(
        ({ phase, round, rung, escalationId, answerDueOnBefore, answerDueOnAfter }): Move => ({
          ...of,
          key: `${programmeId} answer ${escalationId}`,
          what: { kind: 'answer', phase, round, rung },
          before: answerDueOnBefore,
          after: answerDueOnAfter,
        }),
      ),
      ...confirmed.map((phase): Move => ({
        ...of,
        key: `${programmeId} confirmed ${phase}`,
        what: { kind: 'confirmed', phase },
        before: null,
        after: null,
      })),
    ];
  });
}
