/** A co-organiser's part of a phase: said once it is whole, and when it is no longer. */
import { deadlineInstant } from '../../calendar/dates.ts';
import type { DecideContext } from '../commands.ts';
import { requirePhase } from '../lookups.ts';
import type { PhaseView } from '../lookups.ts';
import type { Recorder } from '../recorder.ts';
import { innerDueOn, owesStill } from './lead.ts';

/**
 * After a hand-in of `office`. A hand-in alone changes nothing of what the programme does by itself; a part that is whole takes its
 * inner date off the plan, so it is an event of its own.
 */
export function recordContribution(
  recorder: Recorder,
  { before, office }: { readonly before: PhaseView; readonly office: string },
  { definition, calendar, now }: DecideContext,
): void {
  const part = before.definition.coOrganisers?.find((one) => one.office === office);
  if (part === undefined) return;
  const after = requirePhase(recorder.state(), definition, before.state.key);
  const owes = owesStill(after, office);
  if (owes === owesStill(before, office)) return;
  const dueOn = innerDueOn(part, after.state.dueOn, calendar);
  const { key: phase, round } = after.state;
  const data = { phase, round, office, innerDueOn: dueOn };
  const late = now >= deadlineInstant(dueOn, definition.zone);
  recorder.record(
    owes
      ? { type: 'ContributionReopened', at: now, data }
      : { type: 'ContributionCompleted', at: now, data: { ...data, late } },
  );
}
