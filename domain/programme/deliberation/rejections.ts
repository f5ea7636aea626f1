/** Bodies that meet and vote. The refusals. */
import type { BallotFaultCode } from '../../definition/ballot.ts';

export type DeliberationRejectionCode =
  | BallotFaultCode
  | 'ballot-required'
  | 'ballot-unexpected'
  | 'ballot-date-invalid'
  | 'deliverable-not-owed'
  | 'signed-by-same-person';
