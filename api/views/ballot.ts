/** A body's slot as people see it: the body, its vote with the result in words, and the meetings to which too few came. */
import { countBallot, explainBallot, type Ballot } from '../../domain/definition/ballot.ts';
import { bodyOf } from '../../domain/definition/policy.ts';
import type { Localised } from '../../domain/definition/types.ts';
import type { StepView } from '../../domain/programme/lookups.ts';

export interface BallotShown extends Ballot {
  readonly quorum: number;
  readonly needed: number;
  readonly passed: boolean;
  readonly explanation: Localised;
}

export interface BodySlotShown {
  readonly body?: { readonly title: Localised; readonly ballot: 'secret' | 'named' };
  readonly ballot?: BallotShown;
  readonly inquorate?: readonly {
    readonly heldOn: string;
    readonly eligible: number;
    readonly present: number;
    readonly quorum: number;
  }[];
}

/** Empty for the slot of an office that decides by itself. */
export function bodySlotView(office: string, { definition, state }: StepView): BodySlotShown {
  const body = bodyOf(definition.policy, office);
  if (body === undefined) return {};
  const ballot = state.votes.find((vote) => vote.office === office)?.ballot;
  const meetings = (state.inquorate ?? []).filter((meeting) => meeting.office === office);
  const inquorate = meetings.map(({ office: _office, ...meeting }) => meeting);
  return {
    body: { title: body.title, ballot: body.ballot },
    ...(ballot === undefined ? {} : { ballot: ballotView(ballot, body) }),
    ...(inquorate.length === 0 ? {} : { inquorate }),
  };
}

function ballotView(ballot: Ballot, body: Parameters<typeof countBallot>[0]): BallotShown {
  const { quorum, needed, isPassed } = countBallot(body, ballot);
  const explanation = explainBallot(body, ballot);
  return { ...ballot, quorum, needed, passed: isPassed, explanation };
}
