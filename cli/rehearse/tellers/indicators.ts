/** Indicators: reports, measurements and targets. How a rehearsal tells of the events. */
import type { IndicatorEvents } from '../../../domain/programme/indicators/events.ts';
import type { Tellers } from './teller.ts';

export const indicatorTellers: Tellers<keyof IndicatorEvents> = {};
