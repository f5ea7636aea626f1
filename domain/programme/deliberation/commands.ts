/** Bodies that meet and vote. The commands. */
import type { Ballot } from '../../definition/ballot.ts';

/** By a holder of the office that records the body's meetings. */
export interface RecordBallot {
  readonly type: 'RecordBallot';
  readonly phase: string;
  /** The round that the person saw; another one is refused. */
  readonly round: number;
  readonly step: string;
  readonly office: string;
  readonly ballot: Ballot;
}

export type DeliberationCommand = RecordBallot;
