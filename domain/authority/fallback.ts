/** Vacancy: the office that acts while another one has no holder, so that a gap shows and yet stops nothing. */
import type { Actor, DecideContext } from '../programme/commands.ts';
import type { Definition } from '../definition/types.ts';
import type { ProgrammeEvent, Recipient } from '../programme/events.ts';
import { holdsOffice, recipientsOf } from './holding.ts';

type Holders = DecideContext['holders'];

const lines = new WeakMap<Definition, Map<string, readonly string[]>>();

/** Who stands in for an office, in order: its deputy, its superior, the superior's deputy, and so on up. Each once, never itself. */
export function fallbackLine(definition: Definition, office: string): readonly string[] {
  const known = lines.get(definition) ?? new Map<string, readonly string[]>();
  lines.set(definition, known);
  const line = known.get(office) ?? findLine(definition, office);
  known.set(office, line);
  return line;
}

function findLine(definition: Definition, office: string): readonly string[] {
  const line: string[] = [];
  const seen = new Set<string>();
  const take = (key: string | null | undefined): void => {
    if (key === null || key === undefined || key === office || line.includes(key)) return;
    line.push(key);
  };
  let current: string | null = office;
  while (current !== null && !seen.has(current)) {
    seen.add(current);
    const key: string = current;
    const found = definition.offices.find((one) => one.key === key);
    take(found?.deputy);
    take(found?.reportsTo);
    current = found?.reportsTo ?? null;
  }
  return line;
}

/** The office that may act for `office` now: itself while somebody holds it; null when its whole line is vacant. */
export function actingFor(definition: Definition, holders: Holders, office: string): string | null {
  if (isHeld(holders, office)) return office;
  return fallbackLine(definition, office).find((key) => isHeld(holders, key)) ?? null;
}

/** As what a person acts for an office: as its holder, or for another office in its place. */
export interface Standing {
  /** Only while the office itself is vacant. */
  readonly actingOffice?: string;
}

/** Null when the actor may not act for the office. */
export function standingFor(
  actor: Actor,
  office: string,
  { definition, holders }: Pick<DecideContext, 'definition' | 'holders'>,
): Standing | null {
  if (holdsOffice(actor, office)) return {};
  if (actor.kind !== 'person' || isHeld(holders, office)) return null;
  if (!definition.offices.some(({ key }) => key === office)) return null;
  const acting = actingFor(definition, holders, office);
  return acting !== null && holdsOffice(actor, acting) ? { actingOffice: acting } : null;
}

/** The vacant office for which an event was caused by another one; null for everything else. */
export function onBehalfOf({ data }: Pick<ProgrammeEvent, 'data'>): string | null {
  if (!('actingOffice' in data)) return null;
  return 'from' in data ? data.from : data.office;
}

/** Beside the gap, whoever acts for the vacant office is told; nobody twice for one office. */
export function tellingActing(
  events: readonly ProgrammeEvent[],
  context: Pick<DecideContext, 'definition' | 'holders'>,
): readonly ProgrammeEvent[] {
  return events.map((event) => {
    if (!('recipients' in event.data)) return event;
    const { recipients } = event.data;
    if (recipients.every(({ person }) => person !== null)) return event;
    const data = { ...event.data, recipients: withActing(recipients, context) };
    return { ...event, data } as ProgrammeEvent; // the same event with further recipients
  });
}

function withActing(
  recipients: readonly Recipient[],
  { definition, holders }: Pick<DecideContext, 'definition' | 'holders'>,
): readonly Recipient[] {
  const known = new Set(recipients.map(({ office, person }) => `${office} ${person ?? ''}`));
  const acting = recipients
    .flatMap(({ office, person }) =>
      person === null ? (actingFor(definition, holders, office) ?? []) : [],
    )
    .filter((office) => isHeld(holders, office));
  const told = recipientsOf([...new Set(acting)], holders);
  return [
    ...recipients,
    ...told.filter(({ office, person }) => !known.has(`${office} ${person ?? ''}`)),
  ];
}

function isHeld(holders: Holders, office: string): boolean {
  return Object.hasOwn(holders, office) && (holders[office]?.length ?? 0) > 0;
}
