/** The structured data of a deliverable, with what its check found at the rows. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { useLanguage } from '../app/use-language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { valueNames } from './value-names.ts';
import { sortFaults, type SortedFaults } from './row-faults.ts';
import { fieldsOf, type NameOf, type TableData } from './table-data.ts';
import { usePlanOf, type Deliverable, type Sheet } from './task-queries.ts';

export interface EvidenceDataProps {
  readonly deliverable: Deliverable;
  readonly sheet: Sheet;
}

export function EvidenceData({ deliverable, sheet }: EvidenceDataProps): ReactElement {
  const { say, language } = useLanguage();
  const content = useContent(deliverable, sheet);
  const nameOf = useNameOf(sheet.programmeId, deliverable.key);
  const faults = sortFaults(deliverable.check?.faults ?? []);
  return (
    <Loaded query={content}>
      {({ data, schema }) => (
        <>
          {faults.others.length === 0 ? null : (
            <ul className="task-faults">
              {faults.others.map(({ pointer, message }, index) => (
                <li key={index}>
                  {pointer === '' ? null : <code>{pointer} </code>}
                  {say(message)}
                </li>
              ))}
            </ul>
          )}
          {fieldsOf(data, schema, { language, nameOf }).map(({ title, value }) =>
            typeof value === 'string' ? (
              <p key={title} className="task-field">
                <span className="task-quiet">{title}</span> {value}
              </p>
            ) : (
              <DataTable
                key={title}
                label={`${say(deliverable.title)} ${title}`}
                table={value}
                faults={faults}
              />
            ),
          )}
        </>
      )}
    </Loaded>
  );
}

/** What was handed in last; its hash names it. */
function useContent(
  { key, contentHash = '' }: Deliverable,
  { programmeId, phase }: Sheet,
): UseQueryResult<Schemas['DeliverableContent']> {
  const address = '/v1/programmes/{id}/phases/{phase}/deliverables/{deliverable}';
  const path = { id: programmeId, phase, deliverable: key };
  return useQuery({
    queryKey: [...keys.programme(programmeId), 'content', phase, key, contentHash],
    queryFn: () => bodyOf(api.GET(address, { params: { path } })),
  });
}

/** Fields that every disclosure has; the API's schema of them bears no titles. */
const DISCLOSURE = new Set([
  ...['place', 'postedOn', 'removedOn', 'enteredOn', 'link', 'objections'],
  ...['receivedOn', 'text', 'answeredOn', 'answer'],
]);

type DisclosureField =
  | 'place'
  | 'postedOn'
  | 'removedOn'
  | 'enteredOn'
  | 'link'
  | 'objections'
  | 'receivedOn'
  | 'text'
  | 'answeredOn'
  | 'answer';

function isDisclosureField(key: string): key is DisclosureField {
  return DISCLOSURE.has(key);
}

function useNameOf(programmeId: string, deliverable: string): NameOf {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const names = valueNames(usePlanOf(programmeId).data, deliverable);
  return (value) => {
    const name = names.get(value);
    if (name !== undefined) return say(name);
    if (isDisclosureField(value)) return t(`disclosure.${value}`);
    if (value === 'true' || value === 'false') return t(`answer.${value}`);
    return value === 'rows' ? '' : undefined;
  };
}

interface DataTableProps {
  readonly label: string;
  readonly table: TableData;
  readonly faults: SortedFaults;
}

function DataTable({ label, table, faults }: DataTableProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const hasFaults = faults.ofRows.size > 0;
  return (
    <div className="task-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="task-table">
        <thead>
          <tr>
            <th scope="col">{t('rowNumber')}</th>
            {table.columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
            {hasFaults ? <th scope="col">{t('check.column')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => {
            const found = faults.ofRows.get(row) ?? [];
            return (
              <tr key={row} className={found.length === 0 ? '' : 'task-faulty'}>
                <th scope="row">{row + 1}</th>
                {cells.map((cell, index) => (
                  <td key={index}>{cell}</td>
                ))}
                {hasFaults ? (
                  <td>{found.map(({ message }) => say(message)).join(t('comma'))}</td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
