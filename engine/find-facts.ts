/** Finds the facts of a moment: who knows them, by kind. */
import { momentId } from '../domain/planning/moments.ts';
import { alignUnits } from './align-units.ts';
import type { Door, Visit } from './door.ts';
import type { FactFinder } from './facts.ts';
import { factsOfMeasuring } from './measure.ts';

/** @throws Error for a kind that asks for facts and has no finder: a defect. */
export function factsOf(door: Door, { programme: { definition, seats } }: Visit): FactFinder {
  return (moment, state) => {
    switch (moment.kind) {
      case 'alignUnits':
        return alignUnits(door, {
          ...{ state, definition, seats },
          commandId: momentId(state.id, moment),
        });
      case 'measure':
        return factsOfMeasuring(door, { state, definition }, moment);
      default:
        return Promise.reject(new Error(`nobody finds the facts of ${moment.kind}`));
    }
  };
}
