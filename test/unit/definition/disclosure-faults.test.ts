/** What can be wrong with the definition of a disclosure, or of what is owed once a step is approved. */
import { describe, expect, test } from '@jest/globals';
import { definitionFaults } from '../../../domain/definition/faults.ts';
import type { Definition, DeliverableDefinition } from '../../../domain/definition/types.ts';
import { plan } from '../../support/plan.ts';

const KNOWN = { calendars: ['cn-public'], isZone: () => true };
const text = (name: string): { zh: string; en: string } => ({ zh: `${name}文`, en: name });
const paper: DeliverableDefinition = {
  ...{ key: 'paper', title: text('paper'), clause: '1', office: 'clerk' },
  kind: 'document',
};

/** In the second phase of the small plan, from 1 to 15 October. */
function found(deliverables: readonly object[]): readonly string[] {
  const second = { ...plan.phases[1], deliverables };
  // What a definition may not be is what is tested.
  const definition = {
    ...plan,
    phases: plan.phases.with(1, second as Definition['phases'][number]),
  };
  return definitionFaults(definition, KNOWN)
    .map(({ pointer, code }) => `${pointer} ${code}`)
    .filter((told) => !told.startsWith('/phases/0') && !told.startsWith('/phases/2'));
}

describe('disclosures and what follows a step', () => {
  const at = '/phases/1/deliverables/1';
  const notice = (changes: object): object => ({
    ...{ key: 'notice', title: text('notice'), clause: '1', kind: 'disclosure', office: 'clerk' },
    disclosure: { minimumDays: 7, enteredSameDay: false },
    ...changes,
  });

  test.each<readonly [string, object, readonly string[]]>([
    ['good', {}, []],
    ['after a step', { afterStep: 'in-order' }, []],
    ['without a rule', { disclosure: undefined }, [`${at}/disclosure disclosure-missing`]],
    ['that is a document', { kind: 'document' }, [`${at}/disclosure disclosure-only`]],
    ['with an example', { example: {} }, [`${at}/example table-only`]],
    [
      'of no day',
      { disclosure: { minimumDays: 0, enteredSameDay: true } },
      [`${at}/disclosure/minimumDays disclosure-days`],
    ],
    [
      'of more days than the phase has',
      { disclosure: { minimumDays: 16, enteredSameDay: true } },
      [`${at}/disclosure/minimumDays disclosure-window`],
    ],
    ['after no step', { afterStep: 'x' }, [`${at}/afterStep after-step-unknown`]],
  ])('%s', (_what, changes, faults) => {
    expect(found([paper, notice(changes)])).toEqual(faults);
  });

  test('that leave nothing to begin with are a fault', () => {
    const only = [notice({ afterStep: 'in-order' })];
    expect(found(only)).toEqual(['/phases/1/deliverables deliverables-all-later']);
  });
});
