import type { programme as zh } from '../zh/programme.ts';
import type { Words } from '../shape.ts';

export const programme: Words<typeof zh> = {
  list: 'Programmes',
  tabs: 'Sides of the programme',
  tab: {
    overview: 'Overview',
    chart: 'Wall chart',
    units: 'Units',
    indicators: 'Indicators',
    whatIf: 'What if',
    pressure: 'Escalation',
    trail: 'Audit trail',
  },
};
