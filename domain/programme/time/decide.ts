/** Governance of time: extensions, suspensions, good cause, reviews, accountability. The rules, by command. */
import type { Deciders } from '../deciders.ts';
import type { TimeCommand } from './commands.ts';
import { decideExtension, decideRequestExtension } from './extensions.ts';
import { decideGoodCause } from './good-cause.ts';
import { decideAccountability, decideRequestReview, decideReview } from './reviews.ts';
import { decideResumption, decideSuspension } from './suspension.ts';

export const timeDeciders: Deciders<TimeCommand> = {
  RequestExtension: decideRequestExtension,
  DecideExtension: decideExtension,
  SuspendProgramme: decideSuspension,
  ResumeProgramme: decideResumption,
  AcceptGoodCause: decideGoodCause,
  RequestReview: decideRequestReview,
  DecideReview: decideReview,
  DecideAccountability: decideAccountability,
};
