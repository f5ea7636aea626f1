/** Definitions with chains for tests: a deliberation of six phases, and the accounts of a village as one phase. */
import { judgeDeliverable } from '../../domain/definition/checks/index.ts';
import { disclosureExample } from '../../domain/definition/disclosure.ts';
import type { Ballot } from '../../domain/definition/ballot.ts';
import type { Definition } from '../../domain/definition/types.ts';
import type { HandInDeliverable } from '../../domain/programme/commands.ts';
import { findDeliverable, requirePhase } from '../../domain/programme/lookups.ts';
import { owedSince } from '../../domain/programme/owing.ts';
import { parseDefinition } from '../../programmes/parse-definition.ts';
import { handIn, PROGRAMME_ID } from './acts.ts';
import { act, holder, passTime, type Run } from './given.ts';
import { plan } from './plan.ts';

const text = (name: string): { zh: string; en: string } => ({ zh: `${name}(中)`, en: name });
const office = (key: string): Definition['offices'][number] => ({
  key,
  title: text(key),
  reportsTo: key === 'town' ? null : 'town',
  clause: null,
});

export const OFFICES = ['town', 'party', 'committees', 'members', 'representatives', 'village'];
const BOARD = ['director', 'member-one', 'member-two', 'secretary', 'accountant'];

export const deliberation = {
  chain: 'four-deliberations-two-disclosures',
  key: 'land',
  title: text('land'),
  clause: '8',
  from: '2013-09-15',
  days: { propose: 7, 'disclose-result': { from: '2013-11-20', to: '2013-12-10' } },
  after: [],
  offices: {
    party: 'party',
    committees: 'committees',
    members: 'members',
    representatives: 'representatives',
    disclosing: 'village',
  },
};

export const accounts = {
  chain: 'village-accounts',
  key: 'accounts',
  clause: '11',
  from: '2013-09-01',
  until: '2013-12-31',
  offices: {
    accountant: 'accountant',
    director: 'director',
    members: ['member-one', 'member-two'],
    secretary: 'secretary',
  },
};

/** `structuredClone` would give objects of another realm than the test's. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T; // plain JSON, as the definitions are
}

/** The JSON of a definition with these entries; the town owns it. */
export function definitionJson(parts: {
  readonly phases: readonly unknown[];
  readonly duties?: readonly unknown[];
}): Readonly<Record<string, unknown>> {
  return {
    ...copyOf(plan),
    offices: [...OFFICES, ...BOARD].map(office),
    ladder: { reminders: [], rungs: [] },
    owner: 'town',
    ...parts,
  };
}

export function parsed(json: unknown): Definition {
  const result = parseDefinition(json);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.definition;
}

export function landDefinition(changes: object = {}): Definition {
  return parsed(definitionJson({ phases: [{ ...deliberation, ...changes }] }));
}

/** The duty's own deliverables and steps in a phase from 15 to 30 September. */
export function accountsDefinition(): Definition {
  const { duties } = parsed(definitionJson({ phases: [deliberation], duties: [accounts] }));
  const [duty] = duties ?? [];
  if (duty === undefined) throw new Error('the chain gave no duty');
  const { key, title, clause, deliverables, steps } = duty;
  const window = { from: '2013-09-15', to: '2013-09-30' };
  const phase = { key, title, clause, window, after: [], deliverables, steps };
  return parsed(definitionJson({ phases: [phase] }));
}

export function startedWith(definition: Definition): Run {
  const at = `${definition.startsOn}T00:00:00.000+08:00`;
  const run = act(
    null,
    {
      type: 'ActivateProgramme',
      id: PROGRAMME_ID,
      title: 'A plan with a chain',
      startsOn: definition.startsOn,
      clock: null,
    },
    { by: holder('town'), at: new Date(at).toISOString(), definition },
  );
  return passTime(run, new Date(at).toISOString(), definition);
}

export interface HandInOptions {
  readonly definition: Definition;
  readonly at: string;
  readonly data?: unknown;
}

/** Hands in as the door would: the data are judged with the day of the hand-in. */
export function handInWith(run: Run, place: string, options: HandInOptions): Run {
  const { definition, at } = options;
  const [phaseKey = '', key = ''] = place.split('/');
  const phase = requirePhase(run.state, definition, phaseKey);
  const found = findDeliverable(phase, key)?.definition;
  if (found === undefined) throw new Error(`no deliverable ${place}`);
  const since = owedSince(phase, found, definition.zone);
  const example =
    found.disclosure === undefined ? found.example : disclosureExample(found.disclosure, since);
  const data = options.data ?? example ?? null;
  const command: HandInDeliverable = { ...handIn(phaseKey, key), data };
  const check = judgeDeliverable(found, data, {
    today: at.slice(0, 10),
    window: { from: phase.state.opensOn, to: phase.state.dueOn },
    owedSince: since,
  });
  return act(run, command, { by: holder(found.office), at, definition, check });
}

export function ballotOf(heldOn: string, changes: Partial<Ballot> = {}): Ballot {
  const counts = { eligible: 33, present: 24, inFavour: 13, against: 9, abstained: 1 };
  return { heldOn, ...counts, ...changes };
}

/** The deliberation and the accounts in one definition, both from 15 September. */
export function townDefinition(): Definition {
  const { phases } = accountsDefinition();
  return parsed(definitionJson({ phases: [deliberation, ...copyOf(phases)] }));
}
