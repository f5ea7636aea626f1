/** What is typed before a programme is started, and the request that it makes. */
import type { Schemas } from '../api/client.ts';
import type { Outline } from './definition-queries.ts';
import { readUnits, type TypedUnits } from './unit-lines.ts';

export interface StartDraft {
  readonly title: string;
  /** Office → account for this programme only; empty where the office's own holder acts. */
  readonly accounts: Readonly<Record<string, string>>;
  /** Set → its units as typed. */
  readonly units: Readonly<Record<string, string>>;
}

type Sets = Readonly<Record<string, TypedUnits>>;

/** The units of every set; those of a narrower set are held against the wider one. */
export function readSets(
  { unitSets }: Pick<Outline, 'unitSets'>,
  texts: Readonly<Record<string, string>>,
): Sets {
  const keysOf = (set: string): ReadonlySet<string> =>
    new Set(
      (texts[set] ?? '').split(/\r?\n/).map((line) => (line.split(/[,，\t]/)[0] ?? '').trim()),
    );
  return Object.fromEntries(
    unitSets.map(({ key, within }) => [
      key,
      readUnits(texts[key] ?? '', within === null ? null : keysOf(within)),
    ]),
  );
}

export function isComplete(outline: Pick<Outline, 'unitSets'>, draft: StartDraft): boolean {
  const sets = Object.values(readSets(outline, draft.units));
  return (
    draft.title.trim() !== '' &&
    sets.every(({ units, faults }) => units.length > 0 && faults.length === 0)
  );
}

export function requestOf(outline: Outline, draft: StartDraft): Schemas['StartProgramme'] {
  const offices = givenOffices(draft);
  const sets = Object.entries(readSets(outline, draft.units)).map(
    ([key, { units }]): [string, TypedUnits['units'][number][]] => [key, [...units]],
  );
  const title = draft.title.trim();
  // Left out, it is the paper's own in both languages.
  const isPapersOwn = title === outline.title.zh || title === outline.title.en;
  return {
    definition: { key: outline.key, version: outline.version },
    startsOn: outline.startsOn,
    ...(isPapersOwn ? {} : { title }),
    ...(Object.keys(offices).length === 0 ? {} : { offices }),
    ...(sets.length === 0 ? {} : { unitSets: Object.fromEntries(sets) }),
  };
}

/** Offices that somebody else holds in this programme. */
export function givenOffices({ accounts }: StartDraft): Record<string, string> {
  const given = Object.entries(accounts).map(([office, account]) => [office, account.trim()]);
  return Object.fromEntries(given.filter(([, account]) => account !== '')) as Record<
    string,
    string
  >;
}
