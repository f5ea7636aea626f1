/** The seats of a programme under another version of its definition. */
import type { Definition } from '../domain/definition/types.ts';

/** Offices keep their seats, also those that the version no longer names; a new one is filled by the organisation's. */
export function seatsUnder(
  { offices }: Definition,
  seats: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const added = offices
    .filter(({ key }) => !Object.hasOwn(seats, key))
    .map(({ key }) => [key, key]);
  return { ...seats, ...(Object.fromEntries(added) as Record<string, string>) };
}
