/** Extensions 延期: asked for before the due instant, decided by another office and another person, bounded in number. */
import { holdsOffice, recipientsOf } from '../../authority/holding.ts';
import { daysBetween, deadlineInstant, isLocalDate } from '../../calendar/dates.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { governanceOf, unbarredOffice } from '../../definition/governance.ts';
import type { Definition } from '../../definition/types.ts';
import type { DecideContext } from '../commands.ts';
import { refuseAbsent } from '../duties/absent.ts';
import type { ProgrammeEvent } from '../events.ts';
import { findPhase } from '../lookups.ts';
import type { PhaseView } from '../lookups.ts';
import { accept, refuse } from '../rejections.ts';
import type { Decision } from '../rejections.ts';
import type { PhaseState, ProgrammeState } from '../state.ts';
import type { DecideExtension, RequestExtension } from './commands.ts';
import { heldAmong, officesAnsweringFor } from './responsible.ts';
import type { ExtensionState } from './state.ts';

/** No plan is put off by more than ten years at once; a later day is a slip. */
const MOST_DAYS = 3660;

/** A request after the due instant is taken into the record as late and changes nothing else. */
export function decideRequestExtension(
  state: ProgrammeState,
  command: RequestExtension,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, actor, now } = context;
  const phase = findPhase(state, definition, command.phase);
  if (phase === null) return refuseAbsent(state, definition, command.phase);
  const { status, round, dueAt, dueOn } = phase.state;
  if (status !== 'open') return refuse('phase-not-open', { phase: command.phase, status });
  if (round !== command.round) return refuse('stale-round', { phase: command.phase, round });
  const lead = phase.definition.lead ?? definition.owner;
  const office = heldAmong(actor, [...officesAnsweringFor(phase), lead]);
  if (actor.kind !== 'person' || office === null) {
    return refuse('not-responsible-for-phase', { phase: command.phase });
  }
  if ([command.reason, command.progress].some((text) => text.trim() === '')) {
    return refuse('opinion-required', { decision: 'extend' });
  }
  if (!isLocalDate(command.dueOn)) return refuse('extension-date-invalid', { dueOn });
  const asked = {
    phase: command.phase,
    round,
    // The event takes the next position, which no other one ever has.
    extension: `${state.id}.${command.phase}.${String(round)}.extension-${String(state.position + 1)}`,
    office,
    by: actor.id,
    reason: command.reason,
    progress: command.progress,
    from: dueOn,
    to: command.dueOn,
  };
  if (now >= dueAt) {
    return accept([{ type: 'LateExtensionRequested', at: now, data: { ...asked, dueAt } }]);
  }
  return requested(phase, asked, { ...context, offices: actor.offices });
}

type Asked = Extract<ProgrammeEvent, { readonly type: 'LateExtensionRequested' }>['data'];

function requested(
  phase: PhaseView,
  asked: Omit<Asked, 'dueAt'>,
  context: DecideContext & { readonly offices: readonly string[] },
): Decision<ProgrammeEvent> {
  const { definition, holders, now, offices } = context;
  if (pendingExtension(phase.state, now) !== null) {
    return refuse('extension-pending', { phase: asked.phase });
  }
  const limit = limitFault(phase.state, definition);
  if (limit !== null) return limit;
  if (!isLaterDay(asked.to, asked.from)) {
    return refuse('extension-date-invalid', { dueOn: asked.from });
  }
  const { decidedBy, otherwise } = governanceOf(definition).extensions;
  const chosen = otherwise === null ? [decidedBy] : [decidedBy, otherwise];
  const decider = unbarredOffice(definition, chosen, [asked.office, ...offices]);
  if (decider === null) return refuse('no-deciding-office', { office: asked.office });
  const recipients = recipientsOf([decider], holders);
  return accept([{ type: 'ExtensionRequested', at: now, data: { ...asked, decider, recipients } }]);
}

export function decideExtension(
  state: ProgrammeState,
  command: DecideExtension,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { definition, actor, now } = context;
  const found = findExtension(state, command.extension);
  const phase = found === null ? null : findPhase(state, definition, found.phase.key);
  if (found === null || phase === null) return refuse('unknown-extension');
  const { extension } = found;
  const { decider, office, requestedBy, status } = extension;
  if (actor.kind !== 'person' || !holdsOffice(actor, decider)) {
    return refuse('not-office-holder', { office: decider });
  }
  if (actor.id === requestedBy || holdsOffice(actor, office)) {
    return refuse('own-matter', { office });
  }
  if (status !== 'requested') return refuse('extension-decided', { status });
  if (pendingExtension(phase.state, now) === null) {
    return refuse('extension-lapsed', { dueOn: extension.from });
  }
  const ruling = { ...command, extension, by: actor.id };
  return command.grant ? granted(phase, ruling, context) : refused(phase, ruling, context);
}

interface Ruling {
  readonly extension: ExtensionState;
  readonly dueOn: LocalDate | null;
  readonly opinion: string | null;
  readonly by: string;
}

function granted(
  phase: PhaseView,
  ruling: Ruling,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { extension, by, opinion } = ruling;
  const { definition, now } = context;
  const from = phase.state.dueOn;
  const to = ruling.dueOn ?? extension.to;
  const limit = limitFault(phase.state, definition);
  if (limit !== null) return limit;
  if (!isLocalDate(to) || !isLaterDay(to, from) || to > extension.to) {
    return refuse('extension-date-invalid', { dueOn: from, askedFor: extension.to });
  }
  const data = {
    ...placeOf(phase),
    extension: extension.id,
    from,
    to,
    dueAt: deadlineInstant(to, definition.zone),
    by,
    office: extension.decider,
    opinion: opinion === null || opinion.trim() === '' ? null : opinion,
    recipients: toldOf(phase, extension, context),
  };
  return accept([{ type: 'DeadlineExtended', at: now, data }]);
}

function refused(
  phase: PhaseView,
  ruling: Ruling,
  context: DecideContext,
): Decision<ProgrammeEvent> {
  const { extension, by, opinion } = ruling;
  if (opinion === null || opinion.trim() === '') {
    return refuse('opinion-required', { decision: 'refuse' });
  }
  const data = {
    ...placeOf(phase),
    extension: extension.id,
    by,
    office: extension.decider,
    opinion,
    dueOn: phase.state.dueOn,
    recipients: toldOf(phase, extension, context),
  };
  return accept([{ type: 'ExtensionRefused', at: context.now, data }]);
}

/** The request that waits for its decision: silence never grants, so it lapses at the due instant and with its round. */
export function pendingExtension(phase: PhaseState, now: string): ExtensionState | null {
  const { status, round, missed, dueAt } = phase;
  if (status !== 'open' || missed || now >= dueAt) return null;
  const found = phase.extensions?.find((one) => one.status === 'requested' && one.round === round);
  return found ?? null;
}

function limitFault(phase: PhaseState, definition: Definition): Decision<never> | null {
  const { most } = governanceOf(definition).extensions;
  const grants = (phase.extensions ?? []).filter(
    ({ status, round }) => status === 'granted' && round === phase.round,
  );
  return grants.length >= most ? refuse('extension-limit', { most }) : null;
}

function isLaterDay(day: LocalDate, than: LocalDate): boolean {
  const days = daysBetween(than, day);
  return days > 0 && days <= MOST_DAYS;
}

function toldOf(
  phase: PhaseView,
  { office }: ExtensionState,
  { holders }: DecideContext,
): ReturnType<typeof recipientsOf> {
  return recipientsOf([...new Set([office, ...officesAnsweringFor(phase)])], holders);
}

function placeOf({ state }: PhaseView): { readonly phase: string; readonly round: number } {
  return { phase: state.key, round: state.round };
}

function findExtension(
  state: ProgrammeState,
  id: string,
): { readonly phase: PhaseState; readonly extension: ExtensionState } | null {
  for (const phase of state.phases) {
    const extension = phase.extensions?.find((one) => one.id === id);
    if (extension !== undefined) return { phase, extension };
  }
  return null;
}
