/** Many programmes at once: as soon as one is over the next one begins, until the fault has been injected often enough. */
import type { EventSeen } from '../../../cli/rehearse/desk.ts';
import type { Conduct } from '../../../domain/planning/conduct.ts';
import type { ChaosClient } from './client.ts';
import type { Town } from './town.ts';

export interface LoadOptions {
  readonly client: ChaosClient;
  readonly town: Town;
  readonly conducts: readonly Conduct[];
  /** How many programmes run beside each other. */
  readonly atOnce: number;
  /** Real seconds of each plan. */
  readonly planSeconds: number;
}

export interface PlayedProgramme {
  readonly id: string;
  readonly status: string;
  readonly events: readonly EventSeen[];
}

export interface Load {
  /** Ids of those started so far. */
  readonly programmeIds: readonly string[];
  /** Begins no further programme; resolves when those under way are over. */
  finish(): Promise<readonly PlayedProgramme[]>;
}

export function startLoad({ client, town, conducts, atOnce, planSeconds }: LoadOptions): Load {
  const played: PlayedProgramme[] = [];
  const programmeIds: string[] = [];
  let finishing = false;
  const lane = async (first: number): Promise<void> => {
    for (let turn = first; turn === first || !finishing; turn += atOnce) {
      const id = await town.start(client, planSeconds);
      programmeIds.push(id);
      played.push({ id, ...(await town.play(client, id, conducts[turn % conducts.length])) });
    }
  };
  const lanes = Promise.all(Array.from({ length: atOnce }, (_, index) => lane(index)));
  // Who finishes hears of the failure; the other lanes end with it.
  lanes.catch(() => {
    client.giveUp();
  });
  return {
    programmeIds,
    finish: async () => {
      finishing = true;
      await lanes;
      return played;
    },
  };
}
