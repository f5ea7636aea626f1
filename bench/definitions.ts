/** Plans to measure with, made from the one that ships: the same offices, phases, deliverables and texts where it matters. */
import type { Definition, OfficeDefinition } from '../domain/definition/types.ts';
import { createCatalogue } from '../programmes/catalogue.ts';
import { parseDefinition } from '../programmes/parse-definition.ts';

export const LANGXIA = 'langxia-transition';
export const SIGNERS = 40;
/** Offices of `manyWithReaders` that only look. */
export const READERS = ['reader-1', 'reader-2'] as const;

export function langxia(): Definition {
  const definition = createCatalogue().latest(LANGXIA);
  if (definition === undefined) throw new Error(`there is no definition ${LANGXIA}`);
  return definition;
}

/** Langxia, but before its first phase's own steps many offices sign in any order: so much to sign, and none of it closes the phase. */
export function manySigners(): Definition {
  return signedFirstBy('bench-sign-off', signers());
}

/** The same with offices that sign nothing, but look at their inbox and at the sheet while the others sign. */
export function manyWithReaders(): Definition {
  const readers = READERS.map((key, index) => ({
    ...signer(index),
    key,
    title: { zh: `阅件单位${index + 1}`, en: `Reading office ${index + 1}` },
  }));
  return signedFirstBy('bench-pages', [...readers, ...signers()]);
}

function signedFirstBy(key: string, offices: readonly OfficeDefinition[]): Definition {
  const base = langxia();
  const [first, ...others] = base.phases;
  if (first === undefined) throw new Error('the plan has no phase');
  const of = offices.map((office) => ({ kind: 'office', office: office.key }) as const);
  const step = { ...firstStep(first), key: 'signers', policy: { kind: 'all', of } as const };
  return judged({
    ...base,
    key,
    offices: [...base.offices, ...offices],
    phases: [{ ...first, steps: [step, ...first.steps] }, ...others],
    notes: [],
  });
}

/** Langxia's first phase alone, one day long, with one reminder on that day so many minutes after midnight. */
export function oneReminder(minutes: number): Definition {
  const base = langxia();
  const [first] = base.phases;
  if (first === undefined) throw new Error('the plan has no phase');
  const at = `00:${String(minutes).padStart(2, '0')}`;
  return judged({
    ...base,
    key: 'bench-storm',
    ladder: { ...base.ladder, reminders: [{ workdaysBefore: 0, at }] },
    phases: [{ ...first, window: { from: base.startsOn, to: base.startsOn } }],
    notes: [],
  });
}

/** A step of the first phase, as it stands in the ids of its tasks. */
export function placeOf({ phases }: Definition, step: number): string {
  const [phase] = phases;
  return `${phase?.key ?? ''}.1.${phase?.steps[step]?.key ?? ''}`;
}

function signers(): readonly OfficeDefinition[] {
  return Array.from({ length: SIGNERS }, (_, index) => signer(index));
}

function signer(index: number): OfficeDefinition {
  const number = String(index + 1).padStart(2, '0');
  return {
    key: `signer-${number}`,
    title: { zh: `会签单位${number}`, en: `Signing office ${number}` },
    reportsTo: 'mayor',
    clause: null,
  };
}

function firstStep({
  steps,
}: Definition['phases'][number]): Definition['phases'][number]['steps'][number] {
  const [step] = steps;
  if (step === undefined) throw new Error('the phase has no step');
  return step;
}

function judged(definition: Definition): Definition {
  const parsed = parseDefinition(definition);
  if (parsed.ok) return parsed.definition;
  throw new Error(`faulty: ${JSON.stringify(parsed.faults)}`);
}
