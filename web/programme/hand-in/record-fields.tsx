/** A form for the members of a record, each with its own faults. */
import { useId, type ReactElement } from 'react';
import { CellInput } from './cell-input.tsx';
import type { DraftRow } from './draft.ts';
import type { FieldWords } from './field-words.ts';
import type { ScalarField } from './schema-fields.ts';

export interface RecordFieldsProps {
  readonly fields: readonly ScalarField[];
  readonly row: DraftRow;
  readonly words: FieldWords;
  readonly faultsOf: (member: string) => readonly string[];
  readonly onCell: (key: string, value: string) => void;
}

export function RecordFields(props: RecordFieldsProps): ReactElement {
  const { fields, row, words, faultsOf, onCell } = props;
  const prefix = useId();
  return (
    <div className="record-fields">
      {fields.map((field) => {
        const id = `${prefix}-${field.key}`;
        const faults = faultsOf(field.key);
        return (
          <div key={field.key} className="record-field">
            <label htmlFor={id}>{words.titleOf(field)}</label>
            <CellInput
              id={id}
              field={field}
              value={row[field.key] ?? ''}
              onChange={(value) => onCell(field.key, value)}
              choiceOf={words.choiceOf}
              isFaulty={faults.length > 0}
              describedBy={faults.length > 0 ? `${id}-fault` : undefined}
            />
            {faults.length === 0 ? null : (
              <p id={`${id}-fault`} className="cell-fault">
                {faults.join(' ')}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
