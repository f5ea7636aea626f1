/** The policy of the step as a sentence, each place in it with what was decided, and whose turn it is. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Mark } from '../parts/mark.tsx';
import { When } from '../parts/when.tsx';
import type { SheetProps } from './facts.tsx';
import type { Names, Slot } from './task-queries.ts';

export function Signers({ sheet, names }: SheetProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const { currentStep, next, office } = sheet;
  return (
    <section className="task-card" aria-labelledby="task-signers">
      <h2 id="task-signers">{t('signers')}</h2>
      <p>{say(sheet.policy)}</p>
      <ul className="task-slots">
        {currentStep.slots.map((slot) => (
          <SlotLine key={slot.office} slot={slot} names={names} isOwn={slot.office === office} />
        ))}
      </ul>
      {next.length === 0 ? null : (
        <p>{t('next', { offices: next.map((key) => say(names.office(key))).join(t('comma')) })}</p>
      )}
    </section>
  );
}

interface SlotProps {
  readonly slot: Slot;
  readonly names: Names;
}

function SlotLine({ slot, names, isOwn }: SlotProps & { readonly isOwn: boolean }): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const state =
    slot.decision === undefined ? t(`slot.${slot.status}`) : t(`decided.${slot.decision}`);
  return (
    <li className={`task-slot task-slot-${slot.decision ?? slot.status}`}>
      <p className="task-slot-head">
        <strong>{say(slot.title)}</strong>
        {isOwn ? <Mark>{t('thisSlot')}</Mark> : null}
        {slot.vacant === true ? <Mark kind="overdue">{t('vacant')}</Mark> : null}
        <span className="task-slot-state">{state}</span>
      </p>
      <SlotDecision slot={slot} />
      <SlotHands slot={slot} names={names} />
      <SlotMeetings slot={slot} />
    </li>
  );
}

function SlotDecision({ slot }: { readonly slot: Slot }): ReactElement | null {
  const { say } = useLanguage();
  const { by, at, opinion } = slot;
  if (by === undefined) return null;
  return (
    <>
      <p className="task-quiet">
        {say(by.name)} {at === undefined ? null : <When at={at} />}
      </p>
      {opinion === undefined ? null : <blockquote>{opinion}</blockquote>}
    </>
  );
}

/** Who had the place before, who asked for it, what it waits for, and what was asked. */
function SlotHands({ slot, names }: SlotProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const { transferredFrom = [], addedBy, actingOffice, waitingFor, consultations = [] } = slot;
  const named = (key: string): string => say(names.office(key));
  return (
    <>
      {transferredFrom.length === 0 ? null : (
        <p>{t('transferredFrom', { offices: transferredFrom.map(named).join(' → ') })}</p>
      )}
      {addedBy === undefined ? null : (
        <p>{t(`addedBy.${addedBy.place}`, { office: named(addedBy.office) })}</p>
      )}
      {actingOffice === undefined ? null : <p>{t('actedBy', { office: named(actingOffice) })}</p>}
      {waitingFor === undefined ? null : <p>{t('waitingFor', { office: named(waitingFor) })}</p>}
      {consultations.map(({ id, title, status, question, answer, by }) => (
        <div key={id} className="task-consultation">
          <p>
            {t('askedOf', { office: say(title) })}
            <span className="task-quiet"> {t(`consultation.${status}`)}</span>
          </p>
          <blockquote>{question}</blockquote>
          {answer === undefined ? null : (
            <>
              <p>{t('answeredBy', { name: by === undefined ? say(title) : say(by.name) })}</p>
              <blockquote>{answer}</blockquote>
            </>
          )}
        </div>
      ))}
    </>
  );
}

function SlotMeetings({ slot }: { readonly slot: Slot }): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const { body, ballot, inquorate = [] } = slot;
  return (
    <>
      {body === undefined ? null : <p>{t('ballot.decides', { body: say(body.title) })}</p>}
      {inquorate.map(({ heldOn, eligible, present, quorum }) => (
        <p key={heldOn}>{t('ballot.inquorate', { heldOn, eligible, present, quorum })}</p>
      ))}
      {ballot === undefined ? null : <p>{say(ballot.explanation)}</p>}
    </>
  );
}
