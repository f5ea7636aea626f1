/** A body's vote 表决: whether its record holds together, what came of it by exact integer arithmetic, and why, in words. */
import type { LocalDate } from '../calendar/types.ts';
import type { Localised } from './localised.ts';
import type { BodyPolicy, Share } from './policy-types.ts';
import { shareOf } from './policy-wording.ts';

export type VoterChoice = 'in-favour' | 'against' | 'abstained' | 'invalid';

export interface Voter {
  readonly name: string;
  readonly vote: VoterChoice;
}

/** The record of one meeting; invalid ballots are what `present` leaves over the votes cast. */
export interface Ballot {
  readonly heldOn: LocalDate;
  /** 应到. */
  readonly eligible: number;
  /** 实到. */
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  /** One for each person present; only of a named vote. */
  readonly voters?: readonly Voter[];
}

export interface BallotResult {
  readonly quorum: number;
  readonly isQuorate: boolean;
  /** Votes in favour that were needed. */
  readonly needed: number;
  /** Never without a quorum. */
  readonly isPassed: boolean;
}

export type BallotFaultCode =
  'ballot-counts-invalid' | 'ballot-voters-unexpected' | 'ballot-voters-disagree';

/** No body is larger; keeps the products of counts and shares exact. */
const MOST_PEOPLE = 1_000_000;

export function countBallot({ quorum, majority }: BodyPolicy, ballot: Ballot): BallotResult {
  const present = leastOf(quorum, ballot.eligible);
  const needed = leastOf(majority, denominatorOf(majority.of, ballot));
  const isQuorate = ballot.present >= present;
  return {
    quorum: present,
    isQuorate,
    needed,
    isPassed: isQuorate && ballot.inFavour >= needed,
  };
}

/** The smallest whole number that reaches the share of the count; never 0, as nothing passes that nobody favours. */
export function leastOf({ rule, numerator, denominator }: Share, count: number): number {
  const product = numerator * count;
  const below = (product - (product % denominator)) / denominator;
  const isReached = rule === 'at-least' && product % denominator === 0;
  return Math.max(1, isReached ? below : below + 1);
}

/** Why the record cannot be right; null when it can. */
export function ballotFault({ ballot: kind }: BodyPolicy, ballot: Ballot): BallotFaultCode | null {
  const { eligible, present, inFavour, against, abstained, voters } = ballot;
  const counts = [eligible, present, inFavour, against, abstained];
  const areWhole = counts.every(
    (count) => Number.isSafeInteger(count) && count >= 0 && count <= MOST_PEOPLE,
  );
  if (!areWhole || present > eligible || votesOf(ballot) > present) return 'ballot-counts-invalid';
  if (kind === 'secret') return voters === undefined ? null : 'ballot-voters-unexpected';
  return agrees(ballot) ? null : 'ballot-voters-disagree';
}

/** One sentence in each language: who was there, whether that was enough, how they voted and what was needed. */
export function explainBallot(body: BodyPolicy, ballot: Ballot): Localised {
  const { quorum, isQuorate, needed, isPassed } = countBallot(body, ballot);
  const { eligible, present, inFavour } = ballot;
  const there = {
    zh: `应到 ${eligible} 人，实到 ${present} 人，法定人数 ${quorum} 人`,
    en: `${present} of ${eligible} present, ${quorum} needed`,
  };
  if (!isQuorate) {
    return {
      zh: `${there.zh}，未达到：表决无效，须重新召开`,
      en: `${there.en}: no quorum, the meeting must be held again`,
    };
  }
  const { majority } = body;
  const must = majority.rule === 'more-than' ? '须超过' : '须达到';
  const share = `${BASES[majority.of]}${shareOf(majority)}`;
  return {
    zh: `${there.zh}，已达到；赞成 ${inFavour} 票，${must}${share}（${needed} 票）：${isPassed ? '通过' : '未通过'}`,
    en: `${there.en}; ${inFavour} for, ${needed} needed: ${isPassed ? 'passed' : 'not passed'}`,
  };
}

const BASES: Readonly<Record<BodyPolicy['majority']['of'], string>> = {
  eligible: '应到',
  present: '实到',
  votes: '投票',
};

function denominatorOf(of: BodyPolicy['majority']['of'], ballot: Ballot): number {
  return of === 'votes' ? votesOf(ballot) : ballot[of];
}

/** Valid votes cast, abstentions included. */
function votesOf({ inFavour, against, abstained }: Ballot): number {
  return inFavour + against + abstained;
}

/** Whether everybody present is listed once, by a name of his own, and the list gives the counts. */
function agrees(ballot: Ballot): boolean {
  const voters = ballot.voters ?? [];
  const names = voters.map(({ name }) => name.trim());
  const count = (choice: VoterChoice): number =>
    voters.filter(({ vote }) => vote === choice).length;
  return (
    voters.length === ballot.present &&
    names.every((name) => name !== '') &&
    new Set(names).size === names.length &&
    count('in-favour') === ballot.inFavour &&
    count('against') === ballot.against &&
    count('abstained') === ballot.abstained
  );
}
