/** Standing duties: periods that open one after another. How a rehearsal tells of the events. */
import type { DutyEvents } from '../../../domain/programme/duties/events.ts';
import { both, type Tellers } from './teller.ts';

export const dutyTellers: Tellers<keyof DutyEvents> = {
  PhaseLapsed: ({ phase, round }, words) =>
    both('未办结失效', 'lapsed undone', words.phase(phase, round)),
};
