/** Who acts: transfers, consultations, further signers, copies, urging. What the events do to the state. */
import type { Folds } from '../folds.ts';
import type { HandsEvents } from './events.ts';

export const handsFolds: Folds<keyof HandsEvents> = {};
