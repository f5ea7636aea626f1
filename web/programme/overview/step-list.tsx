/** The steps of a phase in order: the rule in a sentence, and every office's place with who decided what, when and for whom. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../app/use-language.ts';
import type { Schemas } from '../../api/client.ts';
import { When } from '../../parts/when.tsx';
import { useMe } from '../../session/session.ts';
import { officeText, usePlan } from '../../api/plan.ts';
import { standingFor } from '../powers.ts';
import type { Programme } from '../programme-query.ts';

type Slot = Schemas['Slot'];

export interface StepListProps {
  readonly phase: Schemas['Phase'];
  readonly programme: Programme;
}

export function StepList({ phase, programme }: StepListProps): ReactElement | null {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  if (phase.steps.length === 0) return null;
  return (
    <section className="phase-part">
      <h4>{t('steps')}</h4>
      <ol className="steps">
        {phase.steps.map((step) => (
          <li key={step.key} className={`step step-${step.status}`}>
            <p className="step-head">
              <strong>{say(step.title)}</strong>
              <span className={`step-status step-status-${step.status}`}>
                {t(`step.${step.status}`)}
              </span>
            </p>
            <p className="step-policy">{say(step.policy)}</p>
            <ul className="slots">
              {step.slots.map((slot) => (
                <SlotLine
                  key={slot.office}
                  slot={slot}
                  step={step.key}
                  phase={phase}
                  programme={programme}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SlotLineProps extends StepListProps {
  readonly slot: Slot;
  readonly step: string;
}

function SlotLine({ slot, step, phase, programme }: SlotLineProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const me = useMe().data ?? null;
  const mine =
    slot.status === 'open' &&
    programme.status === 'active' &&
    me !== null &&
    standingFor(slot.office, { me, programme }) !== null;
  const task = [programme.id, phase.key, phase.round, step, slot.office].join('.');
  return (
    <li className={`slot slot-${slot.status}`}>
      <span className="slot-office">{say(slot.title)}</span>
      <span className={`slot-status decision-${slot.decision ?? slot.status}`}>
        {slot.decision === undefined ? t(`slot.${slot.status}`) : t(`decision.${slot.decision}`)}
      </span>
      {slot.by === undefined ? null : (
        <span className="slot-by">
          {say(slot.by.name)} {slot.at === undefined ? null : <When at={slot.at} />}
        </span>
      )}
      {mine ? (
        <Link to={`/tasks/${task}`} className="slot-sign">
          {t('toSheet')}
        </Link>
      ) : null}
      <SlotNotes slot={slot} programme={programme} />
    </li>
  );
}

/** What is special about the place: a vacancy, a stand-in, how it came to the office, what it waits for, and the opinion given. */
function SlotNotes({ slot, programme }: Pick<SlotLineProps, 'slot' | 'programme'>): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const plan = usePlan(programme.definition).data;
  const named = (key: string): string => say(officeText(plan, key));
  const { vacant, actingOffice, transferredFrom, addedBy, waitingFor, opinion, ballot } = slot;
  return (
    <>
      {vacant === true ? (
        <span className="slot-note slot-vacant">
          ⚠{' '}
          {actingOffice === undefined
            ? t('slotNote.vacant')
            : t('slotNote.vacantActing', { office: named(actingOffice) })}
        </span>
      ) : null}
      {vacant === undefined && actingOffice !== undefined ? (
        <span className="slot-note">{t('slotNote.acted', { office: named(actingOffice) })}</span>
      ) : null}
      {transferredFrom === undefined ? null : (
        <span className="slot-note">
          {t('slotNote.transferred', { offices: transferredFrom.map(named).join(t('comma')) })}
        </span>
      )}
      {addedBy === undefined ? null : (
        <span className="slot-note">{t('slotNote.added', { office: named(addedBy.office) })}</span>
      )}
      {waitingFor === undefined ? null : (
        <span className="slot-note">{t('slotNote.waiting', { office: named(waitingFor) })}</span>
      )}
      {ballot === undefined ? null : <span className="slot-note">{say(ballot.explanation)}</span>}
      {opinion === undefined || opinion === '' ? null : (
        <q className="slot-note slot-opinion">{opinion}</q>
      )}
    </>
  );
}
