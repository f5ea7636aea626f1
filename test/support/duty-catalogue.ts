/** The catalogue with one definition more: Langxia's first phase, and beside it a posting by the 10th of every month. */
import type { Definition } from '../../domain/definition/types.ts';
import { createCatalogue, type Catalogue } from '../../programmes/catalogue.ts';

export const DUTY_DEFINITION = 'langxia-posting';

/** @param until a day of the last month */
export function createDutyCatalogue(until = '2014-03-31'): Catalogue {
  const shipped = createCatalogue();
  const langxia = shipped.latest('langxia-transition');
  if (langxia === undefined) throw new Error('Langxia is not in the catalogue');
  const definition = withDuty(langxia, until);
  const isMeant = (key: string): boolean => key === DUTY_DEFINITION;
  return {
    latest: (key) => (isMeant(key) ? definition : shipped.latest(key)),
    get: (key, version) => (isMeant(key) ? definition : shipped.get(key, version)),
    list: () => [...shipped.list(), definition],
  };
}

function withDuty(langxia: Definition, until: string): Definition {
  return {
    ...langxia,
    key: DUTY_DEFINITION,
    version: 1,
    phases: langxia.phases.slice(0, 1),
    notes: [],
    duties: [
      {
        key: 'posting',
        title: { zh: '村务、财务公开', en: 'Posting of village affairs and finance' },
        clause: '11',
        every: 'month',
        from: '2013-09-15',
        until,
        opens: { month: 1, day: 1 },
        due: { month: 1, day: 10 },
        deliverables: [
          {
            key: 'statement',
            title: { zh: '财务明细报表', en: 'Statement of accounts' },
            clause: '11',
            kind: 'document',
            office: 'finance-office',
          },
          {
            key: 'receptions',
            title: { zh: '代表接访记录', en: 'Receptions by deputies' },
            clause: '11',
            kind: 'table',
            office: 'village-heads',
            schema: { type: 'object', required: ['rows'] },
            example: { rows: [{ on: '2012-01-01' }, { on: '2012-01-02' }] },
            checks: [{ name: 'minimum-rows', params: { minimum: 2, date: 'on' } }],
          },
        ],
        steps: [
          {
            key: 'secretary',
            title: { zh: '书记签字', en: 'Secretary signs' },
            policy: { kind: 'office', office: 'deputy-secretary' },
          },
        ],
      },
    ],
  };
}
