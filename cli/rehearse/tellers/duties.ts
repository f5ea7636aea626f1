/** Standing duties: periods that open one after another. How a rehearsal tells of the events. */
import type { DutyEvents } from '../../../domain/programme/duties/events.ts';
import type { Tellers } from './teller.ts';

export const dutyTellers: Tellers<keyof DutyEvents> = {};
