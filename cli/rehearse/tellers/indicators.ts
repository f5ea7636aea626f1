/** Indicators: reports, measurements and targets. How a rehearsal tells of the events. */
import type { IndicatorEvents } from '../../../domain/programme/indicators/events.ts';
import type { Tellers } from './teller.ts';

/** Reports are many and small; the measurements tell what came of them. */
export const indicatorTellers: Tellers<keyof IndicatorEvents> = {
  IndicatorReported: null,
  IndicatorMeasured: ({ phase, round, value, required, met, pace }, words) => {
    const title = words.phase(phase, round);
    const found = value === null ? '–' : String(value);
    if (pace !== undefined) {
      return {
        zh: `进度 ${title.zh} ${found}，应为${pace.expected}${pace.behind ? '，滞后' : ''}`,
        en: `pace: ${title.en} ${found}, expected ${pace.expected}${pace.behind ? ', behind' : ''}`,
      };
    }
    return {
      zh: `测量 ${title.zh} ${found}，目标${required}，${met ? '达标' : '未达标'}`,
      en: `measured: ${title.en} ${found}, target ${required}, ${met ? 'met' : 'not met'}`,
    };
  },
};
