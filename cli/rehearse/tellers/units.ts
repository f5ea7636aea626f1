/** Roll-outs: unit programmes, the frozen set of units, and samples. How a rehearsal tells of the events. */
import type { UnitEvents } from '../../../domain/programme/units/events.ts';
import type { Tellers } from './teller.ts';

export const unitTellers: Tellers<keyof UnitEvents> = {};
