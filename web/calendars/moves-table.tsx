/** The dates and moments that a proposed version of the calendar would move, programme by programme. */
import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { useMomentWords } from '../parts/moment-words.ts';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import { Register } from '../parts/register.tsx';
import { instantText } from '../parts/when.tsx';
import type { Preview } from './calendar-queries.ts';
import { movesOf, type Move } from './moves.ts';

export function MovesTable({ preview }: { readonly preview: Preview }): ReactElement {
  const { t } = useTranslation('calendars');
  const { examined, affected, truncated, horizonBefore, horizonAfter, programmes } = preview;
  const untold = programmes.reduce(
    (sum, { moments, momentCount }) => sum + momentCount - moments.length,
    0,
  );
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
      {untold > 0 ? (
        <Alert type="info" showIcon title={t('momentsUntold', { count: untold })} />
      ) : null}
      <Register
        caption={t('movesCaption')}
        rows={movesOf(preview)}
        rowKey={({ key }) => key}
        empty={t('nothingMoves')}
        columns={[
          {
            key: 'programme',
            title: t('moveColumns.programme'),
            cell: ({ programme }) => (
              <Link to={`/programmes/${programme.programmeId}`}>
                <ProgrammeTitle of={programme} />
              </Link>
            ),
          },
          {
            key: 'what',
            title: t('moveColumns.what'),
            cell: (move) => <What move={move} />,
            isName: true,
          },
          {
            key: 'before',
            title: t('moveColumns.before'),
            cell: ({ before }) => <Day day={before} />,
          },
          {
            key: 'after',
            title: t('moveColumns.after'),
            cell: ({ after }) => (
              <strong>
                <Day day={after} />
              </strong>
            ),
          },
        ]}
      />
    </>
  );
}

function Day({ day }: { readonly day: Move['before'] }): ReactElement {
  const { t } = useTranslation('calendars');
  switch (day.kind) {
    case 'day':
      return <time dateTime={day.on}>{day.on}</time>;
    case 'instant':
      return <time dateTime={day.at}>{instantText(day.at)}</time>;
    default:
      return <>{t(`moveDay.${day.kind}`)}</>;
  }
}

function What({ move }: { readonly move: Move }): ReactElement {
  const { t } = useTranslation('calendars');
  const { say } = useLanguage();
  const momentWords = useMomentWords();
  const { what, programme } = move;
  const title = programme.phases.find(({ key }) => key === what.phase)?.title;
  const phase = title === undefined ? what.phase : say(title);
  switch (what.kind) {
    case 'due':
      return <>{t('dueDay', { phase, round: what.round })}</>;
    case 'answer':
      return <>{t('answerDay', { phase, round: what.round, rung: t(`rung.${what.rung}`) })}</>;
    case 'confirmed':
      return <>{t('confirmed', { phase })}</>;
    case 'moment':
      return (
        <>
          {phase === '' ? '' : `${phase} · `}
          {momentWords(what.moment)}
        </>
      );
  }
}
