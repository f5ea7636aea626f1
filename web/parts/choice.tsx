/** Small labelled fields in the browser's own widgets: one of a list, a day, a number. */
import type { ReactElement } from 'react';
import './choice.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export interface ChoiceProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function Choice({ label, value, options, onChange }: ChoiceProps): ReactElement {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface DayFieldProps extends FieldProps {
  readonly min?: string;
  readonly max?: string;
  readonly isRequired?: boolean;
}

/** The value is `YYYY-MM-DD`, empty while it is no day. */
export function DayField(props: DayFieldProps): ReactElement {
  const { label, value, min, max, isRequired = false, onChange } = props;
  return (
    <label className="choice">
      <span>{label}</span>
      <input
        type="date"
        value={value}
        min={min}
        max={max}
        required={isRequired}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

export interface NumberFieldProps extends FieldProps {
  readonly min: number;
  readonly max: number;
}

export function NumberField({ label, value, min, max, onChange }: NumberFieldProps): ReactElement {
  return (
    <label className="choice">
      <span>{label}</span>
      <input
        type="number"
        value={value}
        min={min}
        max={max}
        required
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
