/** Good cause 正当理由: it stops the climb of a round, and the deadline stays missed. */
import { recipientsOf } from '../../authority/holding.ts';
import { governanceOf, unbarredOffice } from '../../definition/governance.ts';
import type { DecideContext } from '../commands.ts';
import { refuseAbsent } from '../duties/absent.ts';
import type { ProgrammeEvent } from '../events.ts';
import { findPhase } from '../lookups.ts';
import { accept, refuse } from '../rejections.ts';
import type { Decision } from '../rejections.ts';
import type { ProgrammeState } from '../state.ts';
import type { AcceptGoodCause } from './commands.ts';
import { heldAmong, officesAnsweringFor } from './responsible.ts';

/** Never by a person who holds the phase up: where the deciding office does, its superior decides. */
export function decideGoodCause(
  state: ProgrammeState,
  command: AcceptGoodCause,
  { definition, actor, holders, now }: DecideContext,
): Decision<ProgrammeEvent> {
  const phase = findPhase(state, definition, command.phase);
  if (phase === null) return refuseAbsent(state, definition, command.phase);
  const { status, round, missed, climbStoppedIn } = phase.state;
  if (status !== 'open') return refuse('phase-not-open', { phase: command.phase, status });
  if (round !== command.round) return refuse('stale-round', { phase: command.phase, round });
  const answering = officesAnsweringFor(phase);
  const { decidedBy } = governanceOf(definition).goodCause;
  const office = unbarredOffice(definition, [decidedBy], answering);
  if (office === null) return refuse('no-deciding-office', { office: decidedBy });
  if (actor.kind !== 'person' || heldAmong(actor, [office]) === null) {
    return refuse('not-office-holder', { office });
  }
  const own = heldAmong(actor, answering);
  if (own !== null) return refuse('own-matter', { office: own });
  if (!missed) return refuse('climb-not-begun', { phase: command.phase });
  if (climbStoppedIn === round) return refuse('climb-stopped', { phase: command.phase });
  if (command.reason.trim() === '') return refuse('opinion-required', { decision: 'good-cause' });
  const data = {
    phase: command.phase,
    round,
    by: actor.id,
    office,
    reason: command.reason,
    recipients: recipientsOf([...new Set([...answering, definition.owner])], holders),
  };
  return accept([{ type: 'ClimbStopped', at: now, data }]);
}
