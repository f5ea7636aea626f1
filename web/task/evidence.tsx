/** What was handed in and is to be judged: text, table, result of the check, files. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { Mark } from '../parts/mark.tsx';
import { When } from '../parts/when.tsx';
import { EvidenceData } from './evidence-data.tsx';
import type { SheetProps } from './facts.tsx';
import { Files } from './files.tsx';
import type { Deliverable, Names, Sheet } from './task-queries.ts';

export function Evidence({ sheet, names }: SheetProps): ReactElement {
  const { t } = useTranslation('task');
  const { deliverables, programmeId, phase } = sheet;
  return (
    <section className="task-card" aria-labelledby="task-evidence">
      <div className="task-card-head">
        <h2 id="task-evidence">{t('evidence')}</h2>
        <Link to={`/programmes/${programmeId}/overview#${phase}`}>{t('toProgramme')}</Link>
      </div>
      {deliverables.length === 0 ? <p className="task-quiet">{t('noEvidence')}</p> : null}
      {deliverables.map((deliverable) => (
        <EvidenceItem key={deliverable.key} deliverable={deliverable} sheet={sheet} names={names} />
      ))}
    </section>
  );
}

interface EvidenceItemProps {
  readonly deliverable: Deliverable;
  readonly sheet: Sheet;
  readonly names: Names;
}

function EvidenceItem({ deliverable, sheet, names }: EvidenceItemProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const { key, title, office, status, by, at, note, files, contentHash } = deliverable;
  const isHandedIn = status !== 'due';
  return (
    <article className="task-evidence" aria-labelledby={`evidence-${key}`}>
      <div className="task-evidence-head">
        <h3 id={`evidence-${key}`}>{say(title)}</h3>
        <Mark kind={isHandedIn ? 'good' : 'plain'}>{t(`handedIn.${status}`)}</Mark>
        <CheckMark deliverable={deliverable} />
      </div>
      <p className="task-quiet">
        {say(names.office(office))}
        {by === undefined ? null : ` · ${say(by.name)}`}
        {at === undefined ? null : (
          <>
            {' · '}
            <When at={at} />
          </>
        )}
      </p>
      {note === undefined ? null : <p className="task-note">{note}</p>}
      {isHandedIn && deliverable.schema !== undefined ? (
        <EvidenceData deliverable={deliverable} sheet={sheet} />
      ) : null}
      {files.length === 0 ? null : <Files files={files} />}
      {contentHash === undefined ? null : (
        <p className="task-hash">
          {t('contentHash')} <code>{contentHash}</code>
        </p>
      )}
    </article>
  );
}

function CheckMark({ deliverable }: { readonly deliverable: Deliverable }): ReactElement | null {
  const { t } = useTranslation('task');
  const { check, status } = deliverable;
  if (check === undefined || status === 'due') return null;
  if (check.ok) return <Mark kind="good">{t('check.passed')}</Mark>;
  return <Mark kind="overdue">{t('check.failed', { number: check.faults.length })}</Mark>;
}
