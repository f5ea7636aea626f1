/** What must be known of people and unit programmes before a command on units reaches the rules. */
import { phaseOf } from '../domain/definition/phase-of.ts';
import type { UnitCommandFacts } from '../domain/programme/facts.ts';
import type { UnitCommand } from '../domain/programme/units/commands.ts';
import { rolloutOf } from '../domain/programme/units/rollouts.ts';
import { hasTakenPart, listClosedUnits } from '../db/read-models/unit-programmes.ts';
import type { Door, Visit } from './door.ts';
import { resolveUnits } from './resolve-units.ts';
import type { EngineRefusal } from './types.ts';
import { unitProgrammeId } from './unit-programme-id.ts';

export type PreparedUnits =
  | { readonly command: UnitCommand; readonly unitFacts?: UnitCommandFacts }
  | { readonly refusal: EngineRefusal };

export interface UnitScene {
  readonly seen: Visit;
  readonly personId: string;
}

export function isUnitCommand(command: { readonly type: string }): command is UnitCommand {
  return ['ChangeUnits', 'DrawSample', 'RecordInspection'].includes(command.type);
}

export async function prepareUnits(
  door: Door,
  command: UnitCommand,
  scene: UnitScene,
): Promise<PreparedUnits> {
  switch (command.type) {
    case 'ChangeUnits': {
      const { definition } = scene.seen.programme;
      const { set, add } = command;
      const units = await resolveUnits(door, definition, { set, units: add });
      return 'code' in units ? { refusal: units } : { command: { ...command, add: units } };
    }
    case 'DrawSample':
      return { command, unitFacts: await closedFacts(door, command, scene.seen) };
    case 'RecordInspection':
      return { command, unitFacts: await inspectedFacts(door, command, scene) };
  }
}

async function closedFacts(
  door: Door,
  { rollout, phase }: Extract<UnitCommand, { readonly type: 'DrawSample' }>,
  { programme: { state, definition }, draft }: Visit,
): Promise<UnitCommandFacts> {
  const ref = rolloutOf(definition, rollout)?.definition;
  const unitDefinition =
    ref === undefined ? null : await door.definitions.get(ref.key, ref.version);
  const isKnown = unitDefinition !== null && phaseOf(unitDefinition, phase) !== null;
  const closed = isKnown
    ? await listClosedUnits(door.pool, { parent: state.id, rollout, phase })
    : null;
  return { kind: 'closed', closed, headHash: draft.headHash() };
}

async function inspectedFacts(
  door: Door,
  { sample, unit }: Extract<UnitCommand, { readonly type: 'RecordInspection' }>,
  { seen, personId }: UnitScene,
): Promise<UnitCommandFacts> {
  const { state } = seen.programme;
  const found = state.samples.find((candidate) => candidate.sample === sample);
  if (found === undefined) return { kind: 'inspected', round: null, tookPart: false };
  const { rollout, phase } = found;
  const closed = await listClosedUnits(door.pool, { parent: state.id, rollout, phase });
  const id = unitProgrammeId({ programme: state.id, rollout, unit });
  return {
    kind: 'inspected',
    round: closed.find((one) => one.unit === unit)?.round ?? null,
    tookPart: await hasTakenPart(door.pool, id, personId),
  };
}
