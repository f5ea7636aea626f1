/** Runs of a programme whose only duty is the monthly posting. */
import type { Definition } from '../../domain/definition/types.ts';
import type { ProgrammeCommand } from '../../domain/programme/commands.ts';
import { activated as activatedOf, handIn, local, sign } from './acts.ts';
import { planWith, posting } from './duty-plan.ts';
import { act, holder, passTime } from './given.ts';
import type { Run } from './given.ts';

export const only = planWith(posting);

export const activated = (definition: Definition, startsOn?: string): Run =>
  activatedOf(startsOn, definition);

/** The programme at that local time, everything performed when it was due. */
export function at(time: string, definition: Definition = only, run = activated(definition)): Run {
  return passTime(run, local(time), definition);
}

/** Acts as a holder of the office, at a local time. */
export function put(
  run: Run,
  command: ProgrammeCommand,
  [by, on]: readonly [office: string, time: string],
): Run {
  return act(run, command, { by: holder(by), at: local(on), definition: only });
}

/** Hands in and signs a period of the posting, all at once. */
export function settle(run: Run, period: string, on: string): Run {
  const phase = `posting@${period}`;
  const handed = put(run, handIn(phase, 'accounts'), ['clerk', on]);
  const signed = put(handed, sign(`${phase}/board`, 'alpha'), ['alpha', on]);
  return put(signed, sign(`${phase}/head`, 'head'), ['head', on]);
}

export function nextOf({ state }: Pick<Run, 'state'>, duty = 'posting'): string | null | undefined {
  return state.duties.find(({ key }) => key === duty)?.next;
}
