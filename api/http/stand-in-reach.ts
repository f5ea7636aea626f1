/** What a rehearsal person reaches: programmes, what waits in them and himself; each route then judges by the seats that he holds. */

const REACHED =
  /^\/v1\/(?:programmes\/\{id\}|tasks|deliverables|copies|consultations|escalations|reviews|pending-decisions|circulars|notifications|files|people\/me|sessions\/current)(?:\/|$)/;

/** Acting through others is for who started the rehearsal; the lists of progress are published to everybody, of every programme. */
const WITHHELD: ReadonlySet<string> = new Set([
  '/v1/programmes/{id}/stand-ins',
  '/v1/programmes/{id}/progress-list',
  '/v1/programmes/{id}/progress-list.csv',
]);

/** By the path of the route as documented. */
export function isWithinReach(path: string): boolean {
  return REACHED.test(path) && !WITHHELD.has(path);
}
