/** What a phase owes: by whom, how far it is, what was handed in, and what its checks found row by row. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../app/use-language.ts';
import type { Schemas } from '../../api/client.ts';
import { When } from '../../parts/when.tsx';
import { useMe } from '../../session/session.ts';
import { FileLinks } from '../hand-in/file-links.tsx';
import { HandedInData } from '../hand-in/handed-in-data.tsx';
import { placeOfFault } from '../hand-in/fault-place.ts';
import { officeText, usePlan } from '../../api/plan.ts';
import { mayHandIn, standingFor } from '../powers.ts';
import type { Programme } from '../programme-query.ts';

type Deliverable = Schemas['Deliverable'];

export interface DeliverableListProps {
  readonly phase: Schemas['Phase'];
  readonly programme: Programme;
}

export function DeliverableList({ phase, programme }: DeliverableListProps): ReactElement | null {
  const { t } = useTranslation('programme');
  if (phase.deliverables.length === 0) return null;
  return (
    <section className="phase-part">
      <h4>{t('deliverables')}</h4>
      <ul className="deliverables">
        {phase.deliverables.map((deliverable) => (
          <DeliverableItem
            key={deliverable.key}
            deliverable={deliverable}
            phase={phase}
            programme={programme}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps extends DeliverableListProps {
  readonly deliverable: Deliverable;
}

function DeliverableItem({ deliverable, phase, programme }: ItemProps): ReactElement {
  const { say } = useLanguage();
  const { title, status, note, files, check, schema } = deliverable;
  const isIn = status !== 'due';
  return (
    <li className={`deliverable deliverable-${status}`}>
      <p className="deliverable-head">
        <strong>{say(title)}</strong>
        <DeliverableStatus deliverable={deliverable} phase={phase} />
        <HandInLink deliverable={deliverable} phase={phase} programme={programme} />
      </p>
      <DeliverableFacts deliverable={deliverable} programme={programme} />
      {note === undefined ? null : <p className="deliverable-note">{note}</p>}
      <FileLinks files={files} />
      {check === undefined || !isIn ? null : <CheckResult check={check} />}
      {schema !== undefined && isIn ? (
        <DataOnDemand deliverable={deliverable} phase={phase} programme={programme} />
      ) : null}
    </li>
  );
}

/** Only for whoever may hand it in now. */
function HandInLink({ deliverable, phase, programme }: ItemProps): ReactElement | null {
  const { t } = useTranslation('programme');
  const { say, marks } = useLanguage();
  const me = useMe().data ?? null;
  if (me === null || !mayHandIn(deliverable, phase, { me, programme })) return null;
  const { key, title, office, status } = deliverable;
  const verb = t(status === 'due' ? 'handIn.verb' : 'handIn.again');
  const isActing = standingFor(office, { me, programme }) !== office;
  return (
    <Link
      className="hand-in-link"
      to={`../phases/${phase.key}/deliverables/${key}`}
      aria-label={marks.labelled(verb, say(title))}
    >
      {verb}
      {isActing ? marks.bracketed(t('handIn.acting')) : ''}
    </Link>
  );
}

function DeliverableFacts({
  deliverable,
  programme,
}: Pick<ItemProps, 'deliverable' | 'programme'>): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const plan = usePlan(programme.definition).data;
  const { kind, office, innerDueOn, by, at } = deliverable;
  return (
    <p className="deliverable-by">
      {t(`kind.${kind}`)} · {say(officeText(plan, office))}
      {innerDueOn === undefined ? '' : ` · ${t('phase.inner', { day: innerDueOn })}`}
      {by === undefined || at === undefined ? null : (
        <>
          {' · '}
          {t('handedInBy', { name: say(by.name) })} <When at={at} />
        </>
      )}
    </p>
  );
}

function DeliverableStatus({
  deliverable,
  phase,
}: Pick<ItemProps, 'deliverable' | 'phase'>): ReactElement {
  const { t } = useTranslation('programme');
  const { status, owedSince, check } = deliverable;
  if (status === 'handedIn' && check?.ok === false) {
    return <span className="deliverable-status status-faulty">✕ {t('deliverable.faulty')}</span>;
  }
  const isNotYet = status === 'due' && phase.status === 'open' && owedSince === undefined;
  const sign = { due: '○', handedIn: '●', accepted: '✓' }[status];
  return (
    <span className={`deliverable-status status-${status}`}>
      {sign} {t(isNotYet ? 'deliverable.notYet' : `deliverable.${status}`)}
    </span>
  );
}

function CheckResult({ check }: { readonly check: Schemas['Check'] }): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  if (check.ok) return <p className="check-ok">✓ {t('check.ok')}</p>;
  return (
    <div className="check-faults">
      <p>✕ {t('check.faults', { count: check.faults.length })}</p>
      <ul>
        {check.faults.map(({ pointer, code, message }, index) => {
          const { row } = placeOfFault(pointer);
          return (
            <li key={`${pointer} ${code} ${String(index)}`}>
              {row === null ? '' : t('check.row', { row: row + 1 })}
              {say(message)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Tables may be long, so they are read only when somebody asks for them. */
function DataOnDemand({ deliverable, phase, programme }: ItemProps): ReactElement {
  const { t } = useTranslation('programme');
  const [isShown, setShown] = useState(false);
  return (
    <details
      className="data-details"
      onToggle={({ currentTarget }) => setShown(currentTarget.open)}
    >
      <summary>{t('showData')}</summary>
      {isShown ? (
        <HandedInData programmeId={programme.id} phase={phase.key} deliverable={deliverable.key} />
      ) : null}
    </details>
  );
}
