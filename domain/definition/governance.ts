/** Who decides about time in a programme, with everything that a definition leaves out filled in. */
import type { Definition } from './types.ts';

export interface ResolvedGovernance {
  readonly extensions: {
    readonly decidedBy: string;
    /** Null where the definition names nobody and the owner has no superior. */
    readonly otherwise: string | null;
    readonly most: number;
  };
  readonly suspension: { readonly decidedBy: string };
  readonly goodCause: { readonly decidedBy: string };
  readonly reviews: { readonly decidedBy: string; readonly withinWorkdays: number };
  readonly accountability: { readonly decidedBy: string };
  readonly urging: { readonly coolDownHours: number };
}

const MOST_EXTENSIONS = 2;
const REVIEW_WORKDAYS = 5;
const COOL_DOWN_HOURS = 4;

export function governanceOf(definition: Definition): ResolvedGovernance {
  const { governance = {}, owner } = definition;
  const byOwner = { decidedBy: owner };
  return {
    extensions: governance.extensions ?? {
      ...byOwner,
      otherwise: superiorOf(definition, owner),
      most: MOST_EXTENSIONS,
    },
    suspension: governance.suspension ?? byOwner,
    goodCause: governance.goodCause ?? byOwner,
    reviews: governance.reviews ?? { ...byOwner, withinWorkdays: REVIEW_WORKDAYS },
    accountability: governance.accountability ?? byOwner,
    urging: governance.urging ?? { coolDownHours: COOL_DOWN_HOURS },
  };
}

/**
 * The first of the chosen offices that is not barred, else the nearest superior of one of them that is not: nobody decides in a
 * matter of his own office. Null when there is none.
 */
export function unbarredOffice(
  definition: Definition,
  chosen: readonly string[],
  barred: readonly string[],
): string | null {
  let rank = chosen;
  for (let level = 0; rank.length > 0 && level <= definition.offices.length; level += 1) {
    const free = rank.find((office) => !barred.includes(office));
    if (free !== undefined) return free;
    rank = rank.flatMap((office) => superiorOf(definition, office) ?? []);
  }
  return null;
}

function superiorOf({ offices }: Definition, office: string): string | null {
  return offices.find(({ key }) => key === office)?.reportsTo ?? null;
}
