/** Every place of the navigation and who has business there. The API decides what anybody may do; this only spares dead ends. */
import type { Me } from '../session/session.ts';

type Role = Me['roles'][number];

const PLACES = [
  { to: '/inbox', word: 'inbox', roles: null },
  { to: '/programmes', word: 'programmes', roles: null },
  { to: '/notifications', word: 'notifications', roles: null },
  { to: '/rehearsals', word: 'rehearsals', roles: null },
  { to: '/set-up', word: 'setUp', roles: null },
  { to: '/people', word: 'people', roles: ['system-admin', 'security-admin', 'audit-admin'] },
  { to: '/calendars', word: 'calendars', roles: null },
  { to: '/health', word: 'health', roles: ['system-admin', 'security-admin', 'audit-admin'] },
] as const satisfies readonly {
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
