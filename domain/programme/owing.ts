/** What follows from a deliverable's place among the steps: until when it can be replaced, since when it is owed. */
import { localDateOf } from '../calendar/dates.ts';
import type { Instant, LocalDate } from '../calendar/types.ts';
import type { DeliverableDefinition } from '../definition/types.ts';
import type { PhaseView } from './lookups.ts';
import { placeOfDeliverable } from './progress.ts';

/** Whether somebody signed what the deliverable is part of; it can no longer be replaced then. */
export function isSigned(phase: PhaseView, definition: DeliverableDefinition): boolean {
  const keys = phase.definition.steps.map(({ key }) => key);
  const place = placeOfDeliverable(definition, keys);
  return phase.state.steps.some(({ key, votes }) => votes.length > 0 && keys.indexOf(key) > place);
}

/** The first day on which the deliverable was owed in the present round. */
export function owedSince(
  phase: PhaseView,
  { afterStep }: DeliverableDefinition,
  zone: string,
): LocalDate {
  const opened = phase.state.openedAt;
  const step = phase.state.steps.find(({ key }) => key === afterStep);
  const since = (step?.votes ?? []).reduce<Instant | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    opened,
  );
  return since === null ? phase.state.opensOn : localDateOf(since, zone);
}
