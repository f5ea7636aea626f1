/** A deliverable as people see it: who owes it, what was handed in, and what its check said. */
import type { DateWindow, LocalDate } from '../../domain/calendar/types.ts';
import { suitExample } from '../../domain/definition/checks/index.ts';
import { disclosureExample, disclosureSchema } from '../../domain/definition/disclosure.ts';
import type {
  DeliverableDefinition,
  DeliverableKind,
  Localised,
} from '../../domain/definition/types.ts';
import type { PhaseView } from '../../domain/programme/lookups.ts';
import { owedSince } from '../../domain/programme/owing.ts';
import { isOwed } from '../../domain/programme/progress.ts';
import type { CheckResult, DeliverableState } from '../../domain/programme/state.ts';
import { personRef, type ContentRow, type Names, type PersonName } from './rows.ts';

export interface DeliverableShown {
  readonly key: string;
  readonly title: Localised;
  readonly clause: string;
  readonly kind: DeliverableKind;
  readonly office: string;
  readonly status: DeliverableState['status'];
  readonly by?: PersonName;
  readonly at?: string;
  readonly contentHash?: string;
  readonly note?: string;
  readonly files: ContentRow['files'];
  readonly check?: CheckResult;
  readonly schema?: unknown;
  readonly example?: unknown;
  readonly afterStep?: string;
  readonly owedSince?: LocalDate;
  /** Of a co-organiser’s part: the last day for it, included. */
  readonly innerDueOn?: string;
}

/** Since when it is owed, and the day from which its example counts; no `owedSince` while it is not owed. */
export interface Owing {
  readonly owedSince?: LocalDate;
  readonly exampleFrom: LocalDate;
}

export function owingOf(phase: PhaseView, definition: DeliverableDefinition, zone: string): Owing {
  const isAsked = phase.state.status === 'open' && isOwed(phase, definition);
  if (!isAsked) return { exampleFrom: phase.state.opensOn };
  const since = owedSince(phase, definition, zone);
  return { owedSince: since, exampleFrom: since };
}

export interface DeliverableScene extends Owing {
  readonly content: ContentRow | undefined;
  readonly names: Names;
  /** The days of which its table tells. */
  readonly days: DateWindow;
}

export function deliverableView(
  definition: DeliverableDefinition,
  state: DeliverableState,
  { content, names, days, owedSince: since, exampleFrom }: DeliverableScene,
): DeliverableShown {
  return {
    ...whatIsOwed(definition, { days, exampleFrom }),
    ...(since === undefined ? {} : { owedSince: since }),
    status: state.status,
    ...(state.by === null ? {} : { by: personRef(state.by, names) }),
    ...(state.at === null ? {} : { at: state.at }),
    ...(state.contentHash === null ? {} : { contentHash: state.contentHash }),
    ...noteAndFiles(state.status === 'due' ? undefined : content),
    ...(state.check === null ? {} : { check: state.check }),
  };
}

function whatIsOwed(
  definition: DeliverableDefinition,
  { days, exampleFrom }: Pick<DeliverableScene, 'days' | 'exampleFrom'>,
): Omit<DeliverableShown, 'status' | 'files'> {
  const { key, title, clause, kind, office, afterStep } = definition;
  const { schema, example } = structureOf(definition, { days, exampleFrom });
  return {
    key,
    title,
    clause,
    kind,
    office,
    ...(schema === undefined ? {} : { schema }),
    ...(example === undefined ? {} : { example }),
    ...(afterStep === undefined ? {} : { afterStep }),
  };
}

/** A disclosure's are built in. The dates of an example are such that it passes now. */
function structureOf(
  definition: DeliverableDefinition,
  { days, exampleFrom }: Pick<DeliverableScene, 'days' | 'exampleFrom'>,
): { readonly schema: unknown; readonly example: unknown } {
  const { schema, disclosure } = definition;
  if (disclosure === undefined) return { schema, example: suitExample(definition, days) };
  const example = disclosureExample(disclosure, exampleFrom);
  return { schema: disclosureSchema(disclosure), example };
}

function noteAndFiles(content: ContentRow | undefined): Pick<DeliverableShown, 'note' | 'files'> {
  const note = content?.note ?? null;
  return { ...(note === null ? {} : { note }), files: content?.files ?? [] };
}

export interface ContentShown extends DeliverableShown {
  readonly phase: string;
  readonly round: number;
  readonly data?: unknown;
}

/** What was handed in last, though the phase may since have been opened again. */
export function contentView(
  place: Owing & {
    readonly definition: DeliverableDefinition;
    readonly state: DeliverableState;
    readonly phase: string;
    readonly round: number;
    /** The days of which its table tells. */
    readonly days: DateWindow;
  },
  latest: (ContentRow & { readonly data: unknown }) | null,
  names: Names,
): ContentShown {
  const { definition, state, phase, days, ...owing } = place;
  if (latest === null) {
    return {
      ...deliverableView(definition, state, { ...owing, content: undefined, names, days }),
      phase,
      round: place.round,
    };
  }
  const { by, at, contentHash, check, round, data } = latest;
  const shown = deliverableView(
    definition,
    { ...state, by, at, contentHash, check },
    { ...owing, content: latest, names, days },
  );
  return {
    ...shown,
    ...noteAndFiles(latest),
    phase,
    round,
    ...(data === null ? {} : { data }),
  };
}
