import { describe, expect, test } from '@jest/globals';
import { handsFaults } from '../../../domain/definition/faults/hands.ts';
import type { Definition, PhaseDefinition } from '../../../domain/definition/types.ts';
import { parseDefinition } from '../../../programmes/parse-definition.ts';
import { plan } from '../../support/plan.ts';

const found = (definition: Definition): readonly (readonly [string, string])[] =>
  handsFaults(definition).map(({ pointer, code }) => [pointer, code]);

const withPhase = (changes: Partial<PhaseDefinition>): Definition => ({
  ...plan,
  owner: 'head',
  phases: plan.phases.map((phase, index) => (index === 0 ? { ...phase, ...changes } : phase)),
});

const withDeputy = (deputy: string): Definition => ({
  ...plan,
  offices: plan.offices.map((one, index) => (index === 0 ? { ...one, deputy } : one)),
});

const clerk = { office: 'clerk', workdaysBefore: 2 };

describe('faults of who acts', () => {
  test('none where deputies, leads and co-organisers are as they should be', () => {
    expect(found(plan)).toEqual([]);
    expect(found(withDeputy('watch'))).toEqual([]);
    expect(found(withPhase({ lead: 'watch', coOrganisers: [clerk] }))).toEqual([]);
  });

  test.each([
    ['a deputy nobody knows', withDeputy('ghost'), '/offices/0/deputy', 'deputy-unknown'],
    ['an office as its own deputy', withDeputy('head'), '/offices/0/deputy', 'deputy-itself'],
    ['a lead nobody knows', withPhase({ lead: 'ghost' }), '/phases/0/lead', 'lead-unknown'],
    [
      'a co-organiser nobody knows',
      withPhase({ coOrganisers: [{ ...clerk, office: 'ghost' }] }),
      '/phases/0/coOrganisers/0/office',
      'co-organiser-unknown',
    ],
    [
      'a co-organiser that is the lead',
      withPhase({ lead: 'clerk', coOrganisers: [clerk] }),
      '/phases/0/coOrganisers/0/office',
      'co-organiser-leads',
    ],
    [
      'a co-organiser that owes nothing',
      withPhase({ coOrganisers: [{ ...clerk, office: 'alpha' }] }),
      '/phases/0/coOrganisers/0/office',
      'co-organiser-owes-nothing',
    ],
    [
      'a co-organiser twice',
      withPhase({ coOrganisers: [clerk, clerk] }),
      '/phases/0/coOrganisers/1/office',
      'co-organiser-repeated',
    ],
    [
      'an inner date on the due day',
      withPhase({ coOrganisers: [{ ...clerk, workdaysBefore: 0 }] }),
      '/phases/0/coOrganisers/0/workdaysBefore',
      'co-organiser-days',
    ],
  ])('%s', (_why, definition, ...fault) => {
    expect(found(definition)).toEqual([fault]);
  });

  test('are among those of a definition that is judged for publication', () => {
    const candidate = JSON.parse(JSON.stringify(withDeputy('ghost'))) as unknown;
    const parsed = parseDefinition(candidate);
    const codes = parsed.ok ? [] : parsed.faults.map(({ code }) => code);
    expect(codes).toContain('deputy-unknown');
  });
});
