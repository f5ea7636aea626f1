/** Unit programmes are brought in line with the set of units. */
import type { Performers } from '../performers.ts';

/** The engine has brought the world in line before it asks; what it found is recorded. */
export const unitPerformers: Performers<'alignUnits'> = {
  alignUnits: (state, moment, { facts, now }) => {
    if (facts?.kind !== 'units') throw new Error('units are aligned without the facts');
    return [
      {
        type: 'UnitProgrammesAligned',
        at: now,
        data: {
          phase: moment.phase,
          round: moment.round,
          plannedAt: moment.at,
          generation: state.alignment.generation + 1,
          started: facts.started.length,
          ended: facts.ended.length,
          ...(facts.suspended.length === 0 ? {} : { suspended: facts.suspended.length }),
        },
      },
    ];
  },
};
