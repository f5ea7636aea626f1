/** A deliverable as people see it: who owes it, what was handed in, and what its check said. */
import type { DateWindow } from '../../domain/calendar/types.ts';
import { suitExample } from '../../domain/definition/checks/index.ts';
import type {
  DeliverableDefinition,
  DeliverableKind,
  Localised,
} from '../../domain/definition/types.ts';
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
  /** Of a co-organiser’s part: the last day for it, included. */
  readonly innerDueOn?: string;
}

export interface DeliverableScene {
  readonly content: ContentRow | undefined;
  readonly names: Names;
  /** The days of which its table tells. */
  readonly days: DateWindow;
}

export function deliverableView(
  definition: DeliverableDefinition,
  state: DeliverableState,
  { content, names, days }: DeliverableScene,
): DeliverableShown {
  return {
    ...whatIsOwed(definition, days),
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
  days: DateWindow,
): Pick<DeliverableShown, 'key' | 'title' | 'clause' | 'kind' | 'office' | 'schema' | 'example'> {
  const { key, title, clause, kind, office, schema } = definition;
  const example = suitExample(definition, days);
  return {
    key,
    title,
    clause,
    kind,
    office,
    ...(schema === undefined ? {} : { schema }),
    ...(example === undefined ? {} : { example }),
  };
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
  place: {
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
  const { definition, state, phase, days } = place;
  if (latest === null) {
    return {
      ...deliverableView(definition, state, { content: undefined, names, days }),
      phase,
      round: place.round,
    };
  }
  const { by, at, contentHash, check, round, data } = latest;
  const shown = deliverableView(
    definition,
    { ...state, by, at, contentHash, check },
    { content: latest, names, days },
  );
  return {
    ...shown,
    ...noteAndFiles(latest),
    phase,
    round,
    ...(data === null ? {} : { data }),
  };
}
