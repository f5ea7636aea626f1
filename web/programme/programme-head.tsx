/** What a programme is and how it stands, in one line of facts; a rehearsal, a halt and an end are said plainly on every tab. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { programmeMsAt, readingOf } from '../parts/programme-time.ts';
import { useSecond } from '../parts/use-second.ts';
import { When, instantText } from '../parts/when.tsx';
import { usePlan } from '../api/plan.ts';
import type { Programme } from './programme-query.ts';

export interface ProgrammeHeadProps {
  readonly programme: Programme;
  /** When the programme was read, by the clock of this device. */
  readonly readAt: number;
}

export function ProgrammeHead({ programme, readAt }: ProgrammeHeadProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const plan = usePlan(programme.definition).data;
  const { definition, status, startsOn, position, startedBy } = programme;
  return (
    <>
      {programme.rehearsal ? <RehearsalBand programme={programme} readAt={readAt} /> : null}
      <StandNote programme={programme} />
      <dl className="programme-facts">
        <Fact name={t('fact.status')}>
          <span className={`programme-status status-${status}`}>{t(`status.${status}`)}</span>
        </Fact>
        <Fact name={t('fact.definition')}>
          {plan === undefined ? '' : say(plan.source.issuer)}{' '}
          {t('version', { version: definition.version })}
        </Fact>
        <Fact name={t('fact.startsOn')}>
          <time dateTime={startsOn}>{startsOn}</time>
        </Fact>
        <Fact name={t('fact.startedBy')}>{say(startedBy.name)}</Fact>
        <Fact name={t('fact.position')}>{t('positionText', { position })}</Fact>
      </dl>
    </>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: React.ReactNode;
}): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Nothing for a programme that simply runs. */
function StandNote({ programme }: { readonly programme: Programme }): ReactElement | null {
  const { t } = useTranslation('programme');
  const { status, suspendedAt } = programme;
  if (status === 'active' || status === 'draft') return null;
  return (
    <p className={`programme-note note-${status}`}>
      {t(`stand.${status}`)}
      {suspendedAt === undefined ? null : (
        <>
          {' '}
          {t('stand.since')} <When at={suspendedAt} />
        </>
      )}
    </p>
  );
}

function RehearsalBand({ programme, readAt }: ProgrammeHeadProps): ReactElement {
  const { t } = useTranslation('programme');
  const { marks } = useLanguage();
  const { clock, now, status } = programme;
  const isRunning = status === 'active' && clock !== null;
  const second = useSecond(isRunning);
  const shown = isRunning
    ? new Date(programmeMsAt(readingOf(programme, readAt), second)).toISOString()
    : now;
  return (
    <p className="rehearsal-band">
      <strong>{t('rehearsal.mark')}</strong> <span>{t('rehearsal.hint')}</span>{' '}
      <span className="rehearsal-clock">
        {t('rehearsal.clock')} <time dateTime={shown}>{instantText(shown)}</time>
        {clock === null ? null : marks.bracketed(t('rehearsal.speed', { speed: clock.speed }))}
      </span>
    </p>
  );
}
