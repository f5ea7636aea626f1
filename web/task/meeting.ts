/** What is written down of a meeting, and the record that the API takes. */
import type { Schemas } from '../api/client.ts';

type Vote = Schemas['Voter']['vote'];

export const COUNTS = ['eligible', 'present', 'inFavour', 'against', 'abstained'] as const;
export const VOTES: readonly Vote[] = ['in-favour', 'against', 'abstained', 'invalid'];

/** As typed. Of a named vote the names are written down, and all but one number follow from them. */
export interface Meeting extends Readonly<Record<(typeof COUNTS)[number], string>> {
  readonly heldOn: string;
  readonly names: Readonly<Record<Vote, string>>;
}

export const EMPTY_MEETING: Meeting = {
  heldOn: '',
  eligible: '',
  present: '',
  inFavour: '',
  against: '',
  abstained: '',
  names: { 'in-favour': '', against: '', abstained: '', invalid: '' },
};

export function isComplete(meeting: Meeting, isNamed: boolean): boolean {
  const numbers = isNamed ? [meeting.eligible] : COUNTS.map((count) => meeting[count]);
  const isVoted = !isNamed || VOTES.some((vote) => namesIn(meeting.names[vote]).length > 0);
  return meeting.heldOn !== '' && isVoted && numbers.every((number) => /^\d+$/.test(number));
}

export function secretMeeting(meeting: Meeting): Schemas['RecordBallot'] {
  return {
    heldOn: meeting.heldOn,
    eligible: Number(meeting.eligible),
    present: Number(meeting.present),
    inFavour: Number(meeting.inFavour),
    against: Number(meeting.against),
    abstained: Number(meeting.abstained),
  };
}

export function namedMeeting({ heldOn, eligible, names }: Meeting): Schemas['RecordBallot'] {
  const voters = VOTES.flatMap((vote) => namesIn(names[vote]).map((name) => ({ name, vote })));
  const count = (vote: Vote): number => voters.filter((voter) => voter.vote === vote).length;
  return {
    heldOn,
    eligible: Number(eligible),
    present: voters.length,
    inFavour: count('in-favour'),
    against: count('against'),
    abstained: count('abstained'),
    voters,
  };
}

/** Names stand between commas of either script, or on lines of their own. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[,，、;；\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
