/** What is asked, of whom, within which plan and by when; what is overdue is said in words. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { Mark } from '../parts/mark.tsx';
import { RehearsalMark } from '../parts/rehearsal-mark.tsx';
import { DueDay, When } from '../parts/when.tsx';
import { ProgrammeTitle } from '../parts/programme-title.tsx';
import { daysLeft, daysOverdue } from './overdue.ts';
import type { Names, Sheet } from './task-queries.ts';

export interface SheetProps {
  readonly sheet: Sheet;
  readonly names: Names;
}

export function Facts({ sheet, names }: SheetProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const { programmeId, phase } = sheet;
  return (
    <section className="task-card" aria-labelledby="task-asked">
      <h2 id="task-asked">{t('asked')}</h2>
      <p className="task-asked">{say(sheet.asked)}</p>
      <dl className="task-facts">
        <Fact name={t('programme')}>
          <Link to={`/programmes/${programmeId}/overview#${phase}`}>
            <ProgrammeTitle of={sheet} />
          </Link>{' '}
          {sheet.rehearsal ? <RehearsalMark /> : null}
        </Fact>
        <Fact name={t('office')}>
          {say(sheet.officeTitle)}
          {sheet.actingOffice === undefined
            ? null
            : ` ${t('actingFor', { office: say(names.office(sheet.actingOffice)) })}`}
        </Fact>
        <Fact name={t('due')}>
          <Deadline sheet={sheet} now={names.now} />
        </Fact>
        <Fact name={t('openedAt')}>
          <When at={sheet.openedAt} />
        </Fact>
        <Fact name={t('round')}>{t('roundNumber', { round: sheet.round })}</Fact>
      </dl>
    </section>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface DeadlineProps {
  readonly sheet: Sheet;
  readonly now: string | undefined;
}

function Deadline({ sheet, now }: DeadlineProps): ReactElement {
  const { t } = useTranslation(['task', 'common']);
  const { dueAt, overdue, status } = sheet;
  const left = now === undefined ? null : daysLeft(dueAt, now);
  return (
    <>
      <DueDay dueAt={dueAt} />{' '}
      {overdue ? (
        <Mark kind="overdue">
          {now === undefined
            ? t('common:overdue')
            : t('overdueBy', { days: daysOverdue(dueAt, now) })}
        </Mark>
      ) : null}
      {!overdue && status === 'open' && left !== null ? (
        <span className="task-quiet">
          {left <= 1 ? t('dueToday') : t('daysLeft', { days: left })}
        </span>
      ) : null}
    </>
  );
}
