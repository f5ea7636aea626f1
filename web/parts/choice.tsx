/** Small labelled fields in the browser's own widgets: one of a list, a day, a number. */
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import './choice.css';

/** What every field has: its value is kept by whoever shows it. */
export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export interface ChoiceProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function Choice({ label, value, options, onChange }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export interface DayFieldProps extends FieldProps {
  readonly min?: string;
  readonly max?: string;
  readonly isRequired?: boolean;
}

/** Before this a year is still being typed: the widget tells every digit. */
const EARLIEST_DAY = '1900-01-01';

/** The value is `YYYY-MM-DD`, empty for no day; half a day is kept in the field and told to nobody. */
export function DayField(props: DayFieldProps): ReactElement {
  const { label, value, min, max, isRequired = false, onChange } = props;
  const id = useId();
  const [known, setKnown] = useState(value);
  const [typed, setTyped] = useState(value);
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  return (
    <Labelled id={id} label={label}>
      <input
        id={id}
        type="date"
        value={typed}
        min={min}
        max={max}
        required={isRequired}
        onChange={({ target }) => {
          setTyped(target.value);
          const { value: day, validity } = target;
          if (day === '' ? !validity.badInput : day >= EARLIEST_DAY) onChange(day);
        }}
      />
    </Labelled>
  );
}

export interface NumberFieldProps extends FieldProps {
  readonly min: number;
  readonly max: number;
}

export function NumberField({ label, value, min, max, onChange }: NumberFieldProps): ReactElement {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <input
        id={id}
        type="number"
        value={value}
        min={min}
        max={max}
        required
        onChange={({ target }) => onChange(target.value)}
      />
    </Labelled>
  );
}

interface LabelledProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

function Labelled({ id, label, children }: LabelledProps): ReactElement {
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
