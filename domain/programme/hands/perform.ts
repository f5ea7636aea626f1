/** A co-organiser’s inner date passes. */
import { recipientsOf } from '../../authority/holding.ts';
import type { AreaMoment } from '../../planning/moments.ts';
import { requirePhase } from '../lookups.ts';
import type { Performers } from '../performers.ts';
import { innerDueOn, leadOf } from './lead.ts';

export const handsPerformers: Performers<'missInnerDate'> = {
  missInnerDate: (state, moment: AreaMoment, { definition, calendar, holders, now }) => {
    const phase = requirePhase(state, definition, moment.phase);
    const office = moment.qualifier;
    const part = phase.definition.coOrganisers?.find((one) => one.office === office);
    if (part === undefined) throw new Error(`${office} is planned as a co-organiser but is none`);
    const lead = leadOf(phase.definition, definition);
    const data = {
      phase: moment.phase,
      round: moment.round,
      plannedAt: moment.at,
      office,
      innerDueOn: innerDueOn(part, phase.state.dueOn, calendar),
      lead,
      recipients: recipientsOf([office, lead], holders),
    };
    return [{ type: 'InnerDateMissed', at: now, data }];
  },
};
