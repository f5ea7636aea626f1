/** Structured data as a form and tables made of its schema, with the faults of the last attempt at their places. */
import { useMemo, type ReactElement } from 'react';
import type { ChoiceNames } from './choice-names.ts';
import type { Draft, DraftRow } from './draft.ts';
import { placeOfFault } from './fault-place.ts';
import { useFieldWords } from './field-words.ts';
import { RecordFields } from './record-fields.tsx';
import type { Field, GroupField, RowsField, ScalarField } from './schema-fields.ts';
import { TableEditor, type RowFault } from './table-editor.tsx';

export interface DataFault {
  readonly pointer: string;
  readonly text: string;
}

export interface DataEditorProps {
  readonly fields: readonly Field[];
  readonly draft: Draft;
  readonly choices: ChoiceNames;
  readonly faults: readonly DataFault[];
  readonly onDraft: (change: (draft: Draft) => Draft) => void;
}

const NO_FAULTS: readonly RowFault[] = [];

export function DataEditor({
  fields,
  draft,
  choices,
  faults,
  onDraft,
}: DataEditorProps): ReactElement {
  const words = useFieldWords(choices);
  const placed = useMemo(() => placeFaults(faults), [faults]);
  const scalars = fields.filter(isScalar);
  const namesOf = (choice: string): readonly string[] => {
    const name = choices.get(choice);
    return name === undefined ? [] : [name.zh, name.en];
  };
  return (
    <>
      {scalars.length === 0 ? null : (
        <RecordFields
          fields={scalars}
          row={draft.cells}
          words={words}
          faultsOf={(member) => placed.ofMember(member)}
          onCell={(key, value) =>
            onDraft((before) => ({ ...before, cells: { ...before.cells, [key]: value } }))
          }
        />
      )}
      {fields.filter(isRows).map((field) => (
        <TableEditor
          key={field.key}
          field={field}
          rows={draft.lists[field.key] ?? []}
          words={words}
          namesOf={namesOf}
          faultsOf={(row) => placed.rows.get(`${field.key}/${String(row)}`) ?? NO_FAULTS}
          onRows={(change) => onDraft((before) => changeList(before, field.key, change))}
        />
      ))}
      {fields.filter(isGroup).map((field) => (
        <fieldset key={field.key} className="data-group">
          <legend>{words.titleOf(field)}</legend>
          <RecordFields
            fields={field.fields}
            row={draft.groups[field.key] ?? {}}
            words={words}
            faultsOf={(member) => placed.ofMember(member)}
            onCell={(key, value) =>
              onDraft((before) => changeGroup(before, field.key, { [key]: value }))
            }
          />
        </fieldset>
      ))}
    </>
  );
}

function changeList(
  draft: Draft,
  key: string,
  change: (rows: readonly DraftRow[]) => readonly DraftRow[],
): Draft {
  return { ...draft, lists: { ...draft.lists, [key]: change(draft.lists[key] ?? []) } };
}

function changeGroup(draft: Draft, key: string, cells: DraftRow): Draft {
  return { ...draft, groups: { ...draft.groups, [key]: { ...draft.groups[key], ...cells } } };
}

function placeFaults(faults: readonly DataFault[]): {
  readonly rows: ReadonlyMap<string, readonly RowFault[]>;
  readonly ofMember: (member: string) => readonly string[];
} {
  const rows = new Map<string, RowFault[]>();
  for (const { pointer, text } of faults) {
    const { list, row, member } = placeOfFault(pointer);
    if (list === null || row === null) continue;
    const key = `${list}/${String(row)}`;
    rows.set(key, [...(rows.get(key) ?? []), { member, text }]);
  }
  const ofMember = (member: string): readonly string[] =>
    faults
      .filter(({ pointer }) => {
        const place = placeOfFault(pointer);
        return place.row === null && place.member === member;
      })
      .map(({ text }) => text);
  return { rows, ofMember };
}

function isRows(field: Field): field is RowsField {
  return field.kind === 'rows';
}

function isGroup(field: Field): field is GroupField {
  return field.kind === 'group';
}

function isScalar(field: Field): field is ScalarField {
  return field.kind !== 'rows' && field.kind !== 'group';
}
