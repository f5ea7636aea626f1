/** Extensions of a phase as people see them: what was asked for and what came of it, in every round. */
import type { PhaseState, ProgrammeState } from '../../domain/programme/state.ts';
import { pendingExtension } from '../../domain/programme/time/extensions.ts';
import type { MatterRow } from '../reads.ts';
import { personRef, type Names, type PersonName } from './rows.ts';

export interface ExtensionShown {
  readonly id: string;
  readonly round: number;
  readonly office: string;
  readonly requestedBy: PersonName;
  readonly requestedAt: string;
  readonly reason: string;
  readonly progress: string;
  readonly from: string;
  readonly to: string;
  readonly status: 'requested' | 'granted' | 'refused' | 'lapsed' | 'late';
  readonly decider?: string;
  readonly decidedBy?: PersonName;
  readonly decidedAt?: string;
  readonly opinion?: string;
}

export interface ExtensionScene {
  readonly state: ProgrammeState;
  readonly matters: readonly MatterRow[];
  readonly names: Names;
  /** Programme time. */
  readonly now: string;
}

export function extensionViews(
  phase: PhaseState,
  scene: ExtensionScene,
): readonly ExtensionShown[] {
  return scene.matters
    .filter((row) => row.kind === 'extension' && row.phase === phase.key)
    .map((row) => extensionView(row, phase, scene));
}

function extensionView(row: MatterRow, phase: PhaseState, scene: ExtensionScene): ExtensionShown {
  const { asked, outcome, askedOffice, askedBy, decider } = row;
  return {
    id: row.id,
    round: row.round,
    office: askedOffice ?? '',
    requestedBy: personRef(askedBy ?? '', scene.names),
    requestedAt: row.askedAt,
    reason: textOf(asked['reason']),
    progress: textOf(asked['progress']),
    from: textOf(asked['from']),
    to: textOf(outcome?.['to'] ?? asked['to']),
    status: statusOf(row, phase, scene),
    ...(decider === null ? {} : { decider }),
    ...decisionOf(row, scene.names),
  };
}

/** Who decided and what was said; empty while nobody has. */
export function decisionOf(
  { decidedBy, decidedAt, outcome }: MatterRow,
  names: Names,
): Pick<ExtensionShown, 'decidedBy' | 'decidedAt' | 'opinion'> {
  const opinion = outcome?.['opinion'];
  return {
    ...(decidedBy === null ? {} : { decidedBy: personRef(decidedBy, names) }),
    ...(decidedAt === null ? {} : { decidedAt }),
    ...(typeof opinion === 'string' ? { opinion } : {}),
  };
}

/** Derived: an undecided request lapses by itself, at the due instant and with its round. */
function statusOf(
  { id, status }: MatterRow,
  phase: PhaseState,
  { state, now }: ExtensionScene,
): ExtensionShown['status'] {
  if (status === 'granted' || status === 'refused' || status === 'late') return status;
  const pending = pendingExtension(phase, state.suspendedAt ?? now);
  return pending?.id === id ? 'requested' : 'lapsed';
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
