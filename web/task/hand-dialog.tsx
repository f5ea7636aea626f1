/** The dialog of one act that brings another office in. */
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { ActDialog, Written } from '../parts/act-dialog.tsx';
import type { NamedOffice } from '../api/plan.ts';
import { useHand, type HandKind, type Place } from './hand-acts.ts';
import type { Sheet } from './task-queries.ts';

const PLACES: readonly Place[] = ['before', 'beside', 'after'];
const LONGEST_TEXT = 2000;

export interface HandDialogProps {
  readonly kind: HandKind;
  readonly sheet: Sheet;
  readonly offices: readonly NamedOffice[];
  readonly onClose: () => void;
  readonly onDone: (office: NamedOffice) => void;
}

export function HandDialog(props: HandDialogProps): ReactElement {
  const { kind, sheet, offices, onClose, onDone } = props;
  const { t } = useTranslation('task');
  const [key, setKey] = useState('');
  const [place, setPlace] = useState<Place>('before');
  const [text, setText] = useState('');
  const hand = useHand(kind, sheet);
  const office = offices.find((one) => one.key === key);
  return (
    <ActDialog
      title={t(`hands.${kind}`)}
      hint={t(`hands.hint.${kind}`)}
      act={hand}
      isReady={office !== undefined && text.trim() !== ''}
      onClose={onClose}
      onSend={() => {
        if (office === undefined) return;
        const request = { office: office.key, text: text.trim(), place };
        hand.mutate(request, { onSuccess: () => onDone(office) });
      }}
    >
      <OfficeField offices={offices} value={key} onChange={setKey} />
      {kind === 'add' ? <PlaceField value={place} onChange={setPlace} /> : null}
      <Written
        label={t(kind === 'consult' ? 'hands.question' : 'hands.reason')}
        value={text}
        maximum={LONGEST_TEXT}
        onChange={setText}
        isRequired
      />
    </ActDialog>
  );
}

interface OfficeFieldProps {
  readonly offices: readonly NamedOffice[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function OfficeField({ offices, value, onChange }: OfficeFieldProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="act-field">
      <label htmlFor={id}>{t('hands.office')}</label>
      <select id={id} required value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('hands.choose')}</option>
        {offices.map(({ key, title }) => (
          <option key={key} value={key}>
            {say(title)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface PlaceFieldProps {
  readonly value: Place;
  readonly onChange: (place: Place) => void;
}

function PlaceField({ value, onChange }: PlaceFieldProps): ReactElement {
  const { t } = useTranslation('task');
  const name = useId();
  return (
    <fieldset>
      <legend>{t('hands.place')}</legend>
      {PLACES.map((place) => (
        <label key={place}>
          <input
            type="radio"
            name={name}
            checked={value === place}
            onChange={() => onChange(place)}
          />
          {t(`hands.places.${place}`)}
        </label>
      ))}
    </fieldset>
  );
}
