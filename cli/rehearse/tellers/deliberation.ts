/** Bodies that meet and vote. How a rehearsal tells of the events. */
import type { DeliberationEvents } from '../../../domain/programme/deliberation/events.ts';
import type { Tellers } from './teller.ts';

export const deliberationTellers: Tellers<keyof DeliberationEvents> = {};
