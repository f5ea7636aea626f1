/** Many programmes at once: as soon as one is over the next one begins, until the fault has been injected often enough. */
import { setTimeout as delay } from 'node:timers/promises';
import type { EventSeen } from '../../../cli/rehearse/desk.ts';
import type { Conduct } from '../../../domain/planning/conduct.ts';
import type { ChaosClient } from './client.ts';
import { createChaosDesk } from './desk.ts';
import type { Town } from './town.ts';

const HAND_IN_MS = 25;

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

export interface HandIns {
  readonly programmeId: string;
  finish(): Promise<void>;
}

/** Two offices that replace what they have handed in over and over: acts that need no clock, so that any instant falls into one. */
export async function startHandIns({
  client,
  town,
}: Pick<LoadOptions, 'client' | 'town'>): Promise<HandIns> {
  const { definition, days } = town;
  const programmeId = await town.start(client, days * 86_400);
  const tokenOf = (office: string): string => town.tokenOf(office);
  const desk = createChaosDesk({ client, definition, programmeId, tokenOf });
  const [phase] = definition.phases;
  if (phase === undefined) throw new Error('no phase');
  let finishing = false;
  const lane = async ({ key, office }: { readonly key: string; readonly office: string }) => {
    while (!finishing) {
      await desk.handIn({ office, phase: phase.key, deliverable: key });
      await delay(HAND_IN_MS);
    }
  };
  const lanes = Promise.all(phase.deliverables.slice(0, 2).map(lane));
  lanes.catch(() => {
    client.giveUp();
  });
  return {
    programmeId,
    finish: async () => {
      finishing = true;
      await lanes;
    },
  };
}
