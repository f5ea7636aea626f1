/** What the audit trail is made of, and how its keys get names; free of the browser, so that it can be tested without one. */
import type { components } from '../api/schema.d.ts';
import type { TitleKind } from './titles.ts';

type Schemas = components['schemas'];

export type TrailEvent = Schemas['Event'];
export type TrailSummary = Schemas['EventSummary'];
export type EventChanges = Schemas['EventChanges'];
export type PastProgramme = Schemas['PastProgramme'];
export type Verification = Schemas['Verification'];
export type WorkflowView = Schemas['WorkflowView'];
export type People = Schemas['EventPage']['people'];

export interface Names {
  /** The key itself where nothing is known by it. */
  readonly of: (kind: TitleKind, key: string, phase?: string) => string;
  readonly phase: (key: string, round?: number) => string;
  readonly list: (texts: readonly string[]) => string;
  /** `clock` or the id of a person. */
  readonly person: (id: string, people: People) => string;
}
