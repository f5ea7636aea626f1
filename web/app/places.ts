/** Every place of the navigation and who has business there. The API decides what anybody may do; this only spares dead ends. */
import type { Me } from '../session/session.ts';

type Role = Me['roles'][number];

const PLACES = [{ to: '/inbox', word: 'inbox', roles: null }] as const satisfies readonly {
  readonly to: string;
  readonly word: string;
  /** Null for everybody. */
  readonly roles: readonly Role[] | null;
}[];

export type Place = (typeof PLACES)[number];

export function placesFor({ roles: held }: Me): readonly Place[] {
  return PLACES.filter(
    ({ roles }: { readonly roles: readonly Role[] | null }) =>
      roles === null || roles.some((role) => held.includes(role)),
  );
}
