/** Structured data as it was handed in, to be read. */
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../parts/loaded.tsx';
import { useProgramme } from '../programme-query.ts';
import { usePlan } from '../../api/plan.ts';
import type { Schemas } from '../../api/client.ts';
import { choiceNamesIn } from './choice-names.ts';
import { useContent } from './content-query.ts';
import { draftOf, type DraftRow } from './draft.ts';
import { useFieldWords, type FieldWords } from './field-words.ts';
import { fieldsOf, type RowsField, type ScalarField } from './schema-fields.ts';

export interface HandedInDataProps {
  readonly programmeId: string;
  readonly phase: string;
  readonly deliverable: string;
}

export function HandedInData(props: HandedInDataProps): ReactElement {
  const content = useContent(props);
  const programme = useProgramme(props.programmeId).data;
  return (
    <Loaded query={content}>
      {(data) =>
        programme === undefined ? null : <Data content={data} definition={programme.definition} />
      }
    </Loaded>
  );
}

function Data({
  content,
  definition,
}: {
  readonly content: Schemas['DeliverableContent'];
  readonly definition: Schemas['DefinitionRef'];
}): ReactElement {
  const { t } = useTranslation('programme');
  const plan = usePlan(definition).data;
  const { phase, key } = content;
  const choices = useMemo(() => choiceNamesIn(plan, phase, key), [plan, phase, key]);
  const words = useFieldWords(choices);
  const fields = fieldsOf(content.schema);
  if (content.data === undefined) return <p>{t('noData')}</p>;
  const draft = draftOf(fields, content.data);
  return (
    <div className="handed-in-data">
      {fields.map((field) => {
        if (field.kind === 'rows') {
          const rows = draft.lists[field.key] ?? [];
          return <ReadTable key={field.key} field={field} rows={rows} words={words} />;
        }
        const cells = field.kind === 'group' ? (draft.groups[field.key] ?? {}) : draft.cells;
        const members = field.kind === 'group' ? field.fields : [field];
        return (
          <dl key={field.key} className="phase-facts">
            {members.map((member) => (
              <div key={member.key}>
                <dt>{words.titleOf(member)}</dt>
                <dd>
                  <CellText field={member} text={cells[member.key] ?? ''} words={words} />
                </dd>
              </div>
            ))}
          </dl>
        );
      })}
    </div>
  );
}

interface ReadTableProps {
  readonly field: RowsField;
  readonly rows: readonly DraftRow[];
  readonly words: FieldWords;
}

function ReadTable({ field, rows, words }: ReadTableProps): ReactElement {
  const { t } = useTranslation('programme');
  const name = words.titleOf(field);
  return (
    <div className="scroller" role="region" tabIndex={0} aria-label={name}>
      <table className="facts-table">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.number')}</th>
            {field.columns.map((column) => (
              <th key={column.key} scope="col">
                {words.titleOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {field.columns.map((column) => (
                <td key={column.key}>
                  <CellText field={column} text={row[column.key] ?? ''} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellTextProps {
  readonly field: ScalarField;
  readonly text: string;
  readonly words: FieldWords;
}

function CellText({ field, text, words }: CellTextProps): ReactElement {
  const { t } = useTranslation('programme');
  if (text === '') return <>—</>;
  if (field.kind === 'boolean') return <>{t(text === 'true' ? 'yes' : 'no')}</>;
  return <>{field.kind === 'choice' ? words.choiceOf(text) : text}</>;
}
