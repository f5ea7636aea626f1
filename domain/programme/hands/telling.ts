/** Copies 抄送 for information, and urging 催办 by hand with a time in between. */
import { standingFor } from '../../authority/fallback.ts';
import type { Standing } from '../../authority/fallback.ts';
import { holdsOffice, recipientsOf, superiorsOf } from '../../authority/holding.ts';
import { addDuration } from '../../calendar/dates.ts';
import type { Instant } from '../../calendar/types.ts';
import type { DecideContext } from '../commands.ts';
import { refuseAbsent } from '../duties/absent.ts';
import type { ProgrammeEvent } from '../events.ts';
import { findPhase } from '../lookups.ts';
import type { PhaseView } from '../lookups.ts';
import { openOffices, responsibleOffices } from '../progress.ts';
import { accept, refuse } from '../rejections.ts';
import type { Decision } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { CopyTo, Urge } from './commands.ts';
import { leadOf } from './lead.ts';
import { isOffice } from './places.ts';

/** Hours of programme time between two urgings of one phase, where the paper says nothing. */
const COOL_DOWN_HOURS = 4;

/** By the owner, the lead, or an office whose decision is open. */
export function decideCopy(
  state: ProgrammeState,
  { phase: key, to, note }: CopyTo,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, actor, holders, now } = context;
  const phase = findPhase(state, definition, key);
  if (phase === null) return refuseAbsent(state, definition, key);
  const as =
    asOneOf([definition.owner, leadOf(phase.definition, definition)], context) ??
    forOneOf(openOffices(phase), context);
  if (actor.kind !== 'person' || as === null) return refuse('may-not-copy', { phase: key });
  if (!isOffice(definition, to)) return refuse('office-not-in-definition', { office: to });
  const { round } = phase.state;
  const recipients = recipientsOf([to], holders);
  const data = { phase: key, round, ...as, to, note, by: actor.id, recipients };
  return accept([{ type: 'PhaseCopied', at: now, data }]);
}

/** By the owner, the lead, or a superior of an office that holds the phase up. */
export function decideUrge(
  state: ProgrammeState,
  { phase: key, note }: Urge,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, actor, holders, now } = context;
  const phase = findPhase(state, definition, key);
  if (phase === null) return refuseAbsent(state, definition, key);
  if (phase.state.status !== 'open') {
    return refuse('phase-not-open', { phase: key, status: phase.state.status });
  }
  const responsible = responsibleOffices(phase);
  const superiors = superiorsOf(definition, responsible, definition.offices.length);
  const lead = leadOf(phase.definition, definition);
  const as = asOneOf([definition.owner, lead, ...superiors], context);
  if (actor.kind !== 'person' || as === null) return refuse('may-not-urge', { phase: key });
  if (responsible.length === 0) return refuse('nobody-to-urge', { phase: key });
  const until = urgedUntil(phase, context);
  if (until !== null && now < until) return refuse('urged-recently', { phase: key, until });
  const { round } = phase.state;
  const recipients = recipientsOf(responsible, holders);
  const data = { phase: key, round, ...as, responsible, note, by: actor.id, recipients };
  return accept([{ type: 'PhaseUrged', at: now, data }]);
}

/** When the phase may be urged again; null when it never was. */
export function urgedUntil(
  { state }: Pick<PhaseView, 'state'>,
  { definition, calendar }: Pick<DecideContext, 'definition' | 'calendar'>,
): Instant | null {
  if (state.urgedAt === undefined) return null;
  const value = definition.governance?.urging?.coolDownHours ?? COOL_DOWN_HOURS;
  return addDuration(calendar, state.urgedAt, { value, unit: 'hours' });
}

type As = Standing & { readonly office: string };

function asOneOf(offices: readonly string[], { actor }: DecideContext): As | null {
  const office = offices.find((candidate) => holdsOffice(actor, candidate));
  return office === undefined ? null : { office };
}

/** Also in the place of a vacant office. */
function forOneOf(offices: readonly string[], context: DecideContext): As | null {
  for (const office of offices) {
    const standing = standingFor(context.actor, office, context);
    if (standing !== null) return { office, ...standing };
  }
  return null;
}
