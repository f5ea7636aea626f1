/** Small labelled fields in the browser's own widgets: one of a list, a day, a number. */
import { useId, type ReactElement, type ReactNode } from 'react';
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

/** The value is `YYYY-MM-DD`, empty while it is no day. */
export function DayField(props: DayFieldProps): ReactElement {
  const { label, value, min, max, isRequired = false, onChange } = props;
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <input
        id={id}
        type="date"
        value={value}
        min={min}
        max={max}
        required={isRequired}
        onChange={({ target }) => onChange(target.value)}
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
