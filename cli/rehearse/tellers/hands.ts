/** Who acts: transfers, consultations, further signers, copies, urging. How a rehearsal tells of the events. */
import type { HandsEvents } from '../../../domain/programme/hands/events.ts';
import type { Tellers } from './teller.ts';

export const handsTellers: Tellers<keyof HandsEvents> = {};
