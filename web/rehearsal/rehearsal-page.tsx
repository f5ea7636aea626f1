/** One rehearsal as it runs: its clock, its plan, what has just happened, and what waits to be done. */
import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { instantText } from '../parts/when.tsx';
import { useProgramme, type Programme } from '../programme/programme-query.ts';
import { useMe } from '../session/session.ts';
import { useProgrammeTitle } from '../parts/programme-title.tsx';
import { ActingContext } from './acting.ts';
import { EndSummary } from './end-summary.tsx';
import { Happened } from './happened.tsx';
import { PlanStrip } from './plan-strip.tsx';
import { readingOf } from '../parts/programme-time.ts';
import {
  useEscalations,
  useLatest,
  useRehearsalPeople,
  type Escalation,
  type Happening,
  type RehearsalPerson,
} from './rehearsal-queries.ts';
import { RunningClock } from './running-clock.tsx';
import { createStandIns } from './stand-ins.ts';
import { hasEnded } from './summary.ts';
import { UnitRehearsals } from './unit-rehearsals.tsx';
import { useTitles } from './use-words.ts';
import { WaitingList } from './waiting-list.tsx';
import { waitingIn } from './waiting.ts';
import './rehearsal.css';

export function RehearsalPage(): ReactElement {
  const { id = '' } = useParams();
  // Another rehearsal is another page: nobody acts in it as a person of this one.
  return <OneRehearsal key={id} id={id} />;
}

function OneRehearsal({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation('rehearsal');
  const programme = useProgramme(id);
  const titled = useProgrammeTitle();
  return (
    <Loaded query={programme}>
      {(data) => (
        <Page
          title={`${t('title')} · ${titled(data)}`}
          actions={
            <>
              <Link to="/rehearsals">
                <Button>{t('toList')}</Button>
              </Link>
              <Link to={`/programmes/${id}`}>
                <Button>{t('toProgramme')}</Button>
              </Link>
            </>
          }
        >
          {data.clock === null ? (
            <Alert type="info" showIcon title={t('notRehearsal')} />
          ) : (
            <Running programme={data} readAtMs={programme.dataUpdatedAt} />
          )}
        </Page>
      )}
    </Loaded>
  );
}

interface RunningProps {
  readonly programme: Programme;
  readonly readAtMs: number;
}

function Running({ programme, readAtMs }: RunningProps): ReactElement {
  const { id, now } = programme;
  const { isOwn, people, escalations, ended } = useRun(programme);
  const [standIns] = useState(() => createStandIns(id));
  const titles = useTitles(programme, people);
  const reading = readingOf(programme, readAtMs);
  const endedAt = hasEnded(programme) ? (ended?.at ?? now) : null;
  const acting = { programme, titles, standIns, today: instantText(now).slice(0, 10) };
  return (
    <ActingContext value={acting}>
      <div className="rehearsal">
        <RunningClock programme={programme} reading={reading} endedAt={endedAt} titles={titles} />
        {ended === null ? null : (
          <EndSummary programme={programme} escalations={escalations} last={ended} />
        )}
        <PlanStrip programme={programme} reading={reading} endedAt={endedAt} />
        <div className="rehearsal-columns">
          {endedAt === null ? (
            <WaitingList items={waitingIn(programme, escalations)} people={people} isOwn={isOwn} />
          ) : null}
          <Happened programme={programme} titles={titles} />
        </div>
        {programme.rollouts.length > 0 ? <UnitRehearsals programme={programme} /> : null}
      </div>
    </ActingContext>
  );
}

interface Run {
  readonly isOwn: boolean;
  readonly people: readonly RehearsalPerson[];
  readonly escalations: readonly Escalation[];
  /** The last entry of the record, once it is over. */
  readonly ended: Happening | null;
}

function useRun(programme: Programme): Run {
  const { id, startedBy } = programme;
  const isOwn = useMe().data?.id === startedBy.id;
  const people = useRehearsalPeople(id, isOwn).data ?? [];
  const escalations = useEscalations(id).data ?? [];
  const last = useLatest(programme).data?.[0] ?? null;
  return { isOwn, people, escalations, ended: hasEnded(programme) ? last : null };
}
