/** What must hold of a deliverable before it reaches the rules: its data fit the schema, its files are there, its hash is computed. */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { canonicalBytes } from '../domain/audit/canonical.ts';
import type { Instant } from '../domain/calendar/types.ts';
import type { CheckContext } from '../domain/definition/checks/check.ts';
import { judgeDeliverable } from '../domain/definition/checks/index.ts';
import { disclosureSchema, hasLink } from '../domain/definition/disclosure.ts';
import { phaseOf } from '../domain/definition/phase-of.ts';
import type { Definition, DeliverableDefinition } from '../domain/definition/types.ts';
import { checkContextOf } from '../domain/programme/check-context.ts';
import type { HandInDeliverable } from '../domain/programme/commands.ts';
import { findDeliverable, findPhase } from '../domain/programme/lookups.ts';
import { owedSince } from '../domain/programme/owing.ts';
import type { CheckResult, ProgrammeState } from '../domain/programme/state.ts';
import { listUsableFiles } from '../db/read-models/usable-files.ts';
import { validateData } from '../programmes/deliverable-data.ts';
import type { DataError, EngineRefusal } from './types.ts';

export interface HandInScene {
  readonly pool: Pool;
  readonly programmeId: string;
  readonly personId: string;
  readonly definition: Definition;
  /** As it stands before the hand-in. */
  readonly state: ProgrammeState;
  /** Programme time. */
  readonly now: Instant;
}

export type PreparedHandIn =
  | { readonly ok: true; readonly command: HandInDeliverable; readonly check: CheckResult | null }
  | { readonly ok: false; readonly refusal: EngineRefusal };

/** A deliverable that the definition does not know passes through: the rules refuse it. */
export async function prepareHandIn(
  command: HandInDeliverable,
  scene: HandInScene,
): Promise<PreparedHandIn> {
  const definition = deliverableOf(scene.definition, command);
  if (definition === undefined) return { ok: true, command, check: null };
  const content = { note: command.note, data: command.data ?? null, files: command.files };
  const errors = dataErrors(definition, content);
  if (errors.length > 0)
    return { ok: false, refusal: { code: 'data-invalid', params: {}, errors } };
  const missing = await missingFile(command.files, scene);
  if (missing !== undefined) {
    return { ok: false, refusal: { code: 'file-not-found', params: { sha256: missing } } };
  }
  const contentHash = createHash('sha256').update(canonicalBytes(content)).digest('hex');
  const check = judgeDeliverable(definition, content.data, checkContext(command, scene));
  return { ok: true, command: { ...command, ...content, contentHash }, check };
}

function deliverableOf(
  definition: Definition,
  { phase, deliverable }: HandInDeliverable,
): DeliverableDefinition | undefined {
  return phaseOf(definition, phase)?.deliverables.find(({ key }) => key === deliverable);
}

function dataErrors(
  deliverable: DeliverableDefinition,
  { note, data, files }: Pick<HandInDeliverable, 'note' | 'data' | 'files'>,
): readonly DataError[] {
  const { disclosure } = deliverable;
  const schema = disclosure === undefined ? deliverable.schema : disclosureSchema(disclosure);
  if (schema !== undefined) {
    const errors = validateData(schema, data).map(({ pointer, message }) => ({
      pointer: `/data${pointer}`,
      message,
    }));
    const isUnproved = disclosure !== undefined && files.length === 0 && !hasLink(data);
    return isUnproved ? [...errors, UNPROVED] : errors;
  }
  if (data !== null) return [UNEXPECTED_DATA];
  return (note ?? '').trim() === '' && files.length === 0 ? [NOTHING_HANDED_IN] : [];
}

/** Undefined for a phase that the programme does not hold now, which the rules refuse. */
function checkContext(
  { phase: key, deliverable }: HandInDeliverable,
  { definition, state, now }: HandInScene,
): CheckContext | undefined {
  const phase = findPhase(state, definition, key);
  const found = phase === null ? null : findDeliverable(phase, deliverable);
  if (phase === null || found === null) return undefined;
  const since = owedSince(phase, found.definition, definition.zone);
  return { ...checkContextOf(phase.state, definition, now), owedSince: since };
}

async function missingFile(
  files: HandInDeliverable['files'],
  { pool, personId, programmeId }: HandInScene,
): Promise<string | undefined> {
  const sha256s = files.map(({ sha256 }) => sha256);
  if (sha256s.length === 0) return undefined;
  const usable = await listUsableFiles(pool, { sha256s, personId, programmeId });
  return sha256s.find((sha256) => !usable.has(sha256));
}

const UNEXPECTED_DATA: DataError = {
  pointer: '/data',
  message: { zh: '该交付物不含表格数据', en: 'This deliverable takes no structured data' },
};

const UNPROVED: DataError = {
  pointer: '/data/link',
  message: {
    zh: '公开须有佐证：至少一个文件或一个链接',
    en: 'A disclosure needs proof: a file or a link',
  },
};

const NOTHING_HANDED_IN: DataError = {
  pointer: '',
  message: {
    zh: '须提交说明文字或文件',
    en: 'A note or a file must be handed in',
  },
};
