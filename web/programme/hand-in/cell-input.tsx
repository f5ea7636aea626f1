/** One cell of structured data: the control that its kind asks for. Plain controls, as a table may have thousands. */
import type { ClipboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScalarField } from './schema-fields.ts';

export interface CellInputProps {
  readonly field: ScalarField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onPaste?: (event: ClipboardEvent) => void;
  readonly choiceOf: (choice: string) => string;
  readonly id?: string;
  /** Where no visible label points to it. */
  readonly label?: string;
  readonly isFaulty?: boolean;
  readonly describedBy?: string | undefined;
}

export function CellInput(props: CellInputProps): ReactElement {
  const {
    field,
    value,
    onChange,
    onPaste,
    choiceOf,
    id,
    label,
    isFaulty = false,
    describedBy,
  } = props;
  const { t } = useTranslation('programme');
  const { kind, choices, maxLength } = field;
  const shared = {
    id,
    value,
    'aria-label': label,
    'aria-invalid': isFaulty,
    'aria-describedby': describedBy,
    onPaste,
    className: 'cell',
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange(event.target.value),
  };
  if (kind === 'choice' || kind === 'boolean') {
    const options = kind === 'choice' ? choices : ['true', 'false'];
    const named = (option: string): string =>
      kind === 'choice' ? choiceOf(option) : t(option === 'true' ? 'yes' : 'no');
    return (
      <select {...shared}>
        <option value="">{t('act.choose')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {named(option)}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'long' || kind === 'json') {
    return <textarea {...shared} rows={1} maxLength={maxLength} />;
  }
  const isNumber = kind === 'integer' || kind === 'number';
  return (
    <input
      {...shared}
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={isNumber ? 'decimal' : undefined}
      maxLength={isNumber ? undefined : maxLength}
    />
  );
}
