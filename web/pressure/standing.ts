/** For which offices the reader acts in a programme. The API decides what anybody may do; this only spares dead ends. */
import type { Schemas } from '../api/client.ts';
import type { Programme } from '../programme/programme-query.ts';

type Holder = Pick<Schemas['Person'], 'offices'>;
type Place = Pick<Programme, 'id' | 'parent' | 'faults'>;

export interface Standing {
  /** Offices that the reader holds. */
  readonly held: ReadonlySet<string>;
  /** Those, and vacant ones for which he stands in. */
  readonly acting: ReadonlySet<string>;
}

/** An office may be held everywhere, or in this programme or its parent only. */
export function standingOf({ offices }: Holder, { id, parent, faults }: Place): Standing {
  const places = [null, id, parent?.programme];
  const held = new Set(
    offices.filter(({ programmeId }) => places.includes(programmeId)).map(({ key }) => key),
  );
  const standIns = faults.flatMap(({ code, office, actingOffice }) =>
    code === 'office-vacant' &&
    office !== undefined &&
    actingOffice !== undefined &&
    held.has(actingOffice)
      ? [office]
      : [],
  );
  return { held, acting: new Set([...held, ...standIns]) };
}

export function isOneOf(offices: readonly string[], among: ReadonlySet<string>): boolean {
  return offices.some((office) => among.has(office));
}
