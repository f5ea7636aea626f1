/** The desk straight at the engine's door, for tests that are not about HTTP. */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Desk, EventSeen } from '../../../cli/rehearse/desk.ts';
import { suitExample } from '../../../domain/definition/checks/index.ts';
import { phaseOf } from '../../../domain/definition/phase-of.ts';
import { evaluatePolicy } from '../../../domain/definition/policy.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import { toldDays } from '../../../domain/programme/check-context.ts';
import { evolve } from '../../../domain/programme/evolve.ts';
import type { ProgrammeEvent } from '../../../domain/programme/events.ts';
import type { PhaseState, ProgrammeState } from '../../../domain/programme/state.ts';
import type { Engine, PersonCommand } from '../../../engine/types.ts';
import { aKey } from './a-key.ts';

export interface EngineDeskDeps {
  readonly engine: Engine;
  readonly pool: Pool;
  readonly definition: Definition;
  readonly programmeId: string;
  /** Office key → id of its holder. */
  readonly people: ReadonlyMap<string, string>;
}

export interface EngineDesk extends Desk {
  /** Folded from the events themselves. */
  state(): Promise<ProgrammeState>;
}

export function createEngineDesk(deps: EngineDeskDeps): EngineDesk {
  const eventsAfter = async (position: number): Promise<readonly EventSeen[]> => {
    const { rows } = await deps.pool.query<EventSeen>(
      `SELECT position, type, occurred_at AS at, data FROM events
        WHERE stream = $1 AND position > $2 ORDER BY position`,
      [`programme/${deps.programmeId}`, position],
    );
    return rows;
  };
  const state = async (): Promise<ProgrammeState> => {
    // Rows of the ledger are events by their own statement.
    const events = (await eventsAfter(0)) as unknown as readonly (ProgrammeEvent & EventSeen)[];
    const folded = events.reduce<ProgrammeState | null>(
      (before, event) => evolve(before, event, event.position),
      null,
    );
    if (folded === null) throw new Error('the programme has no events');
    return folded;
  };
  const send = async (office: string, command: PersonCommand): Promise<void> => {
    const id = deps.people.get(office) ?? '';
    const { programmeId } = deps;
    const caller = { kind: 'person', id } as const;
    const done = await deps.engine.execute({ programmeId, command, caller, key: aKey(id) });
    if (done.kind === 'refused' && !/-open$|stale-round/.test(done.refusal.code)) {
      throw new Error(`${office} was refused: ${JSON.stringify(done.refusal)}`);
    }
  };
  return {
    eventsAfter,
    state,
    look: async () => {
      const seen = await state();
      return { ...seen, phases: seen.phases.map((phase) => seenPhase(phase, deps.definition)) };
    },
    handIn: ({ office, phase, deliverable, example }) =>
      send(office, {
        type: 'HandInDeliverable',
        phase,
        deliverable,
        note: 'as agreed',
        data: example ?? null,
        files: [],
        contentHash: createHash('sha256').update(deliverable).digest('hex'),
      }),
    record: ({ office, ...act }) => send(office, { type: 'RecordBallot', ...act, office }),
    sign: ({ office, ...act }) =>
      send(office, {
        type: 'DecideStep',
        ...act,
        office,
        opinion: act.opinion ?? null,
        returnTo: act.returnTo ?? null,
      }),
    report: ({ indicator }) => Promise.reject(new Error(`this plan has no ${indicator}`)),
  };
}

function seenPhase(
  phase: PhaseState,
  definition: Definition,
): Awaited<ReturnType<Desk['look']>>['phases'][number] {
  const planned = phaseOf(definition, phase.key);
  const days = toldDays(phase, definition);
  return {
    ...phase,
    deliverables: phase.deliverables.map(({ key, status, check }) => {
      const owed = planned?.deliverables.find((each) => each.key === key);
      return {
        key,
        status,
        office: owed?.office ?? '',
        example: suitExample(owed ?? {}, days),
        ...(check === null ? {} : { check }),
      };
    }),
    steps: phase.steps
      .filter(({ opened }) => opened)
      .map(({ key, votes }) => {
        const policy = planned?.steps.find((each) => each.key === key)?.policy;
        const answers = Object.fromEntries(votes.map((vote) => [vote.office, vote.decision]));
        const open = policy === undefined ? [] : evaluatePolicy(policy, answers).open;
        return { key, slots: open.map((office) => ({ office, status: 'open' })) };
      }),
  };
}
