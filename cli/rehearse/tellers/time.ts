/** Governance of time: extensions, suspensions, good cause, reviews, accountability. How a rehearsal tells of the events. */
import type { TimeEvents } from '../../../domain/programme/time/events.ts';
import type { Tellers } from './teller.ts';

export const timeTellers: Tellers<keyof TimeEvents> = {};
