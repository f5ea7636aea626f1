/** Governance of time: extensions, suspensions, good cause, reviews, accountability. What the events do to the state. */
import type { Folds } from '../folds.ts';
import type { TimeEvents } from './events.ts';

export const timeFolds: Folds<keyof TimeEvents> = {};
