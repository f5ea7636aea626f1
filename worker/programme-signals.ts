/** Tells a programme's workflow what the ledger has recorded, and starts the workflow where there is none. */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Localised } from '../domain/definition/types.ts';
import type { TemporalClient } from '../platform/temporal-client.ts';
import type { LedgerStretch, ReformProgrammeInput } from '../workflows/messages.ts';
import {
  ADVANCED_SIGNAL,
  REFORM_PROGRAMME,
  SEARCH_ATTRIBUTES,
  TASK_QUEUE,
  workflowIdOf,
} from '../workflows/messages.ts';

const CALL_DEADLINE_MS = 10_000;

/** What Temporal's pages need to know of a programme when its workflow starts. */
export interface ToldProgramme {
  readonly programmeId: string;
  readonly definition: { readonly key: string; readonly version: number };
  readonly rehearsal: boolean;
  /** Whether the ledger says that it is over; then a closed workflow is as it should be. */
  readonly over: boolean;
}

export interface ProgrammeSignals {
  /** Rejects when Temporal cannot be reached; repeating is harmless. */
  tell(programme: ToldProgramme, stretches: readonly LedgerStretch[]): Promise<void>;
}

export interface ProgrammeSignalsDeps {
  readonly temporal: TemporalClient;
  readonly titleOf: (definition: ToldProgramme['definition']) => Localised;
  readonly taskQueue?: string;
  readonly historyBound?: number;
}

type ReusePolicy = 'ALLOW_DUPLICATE_FAILED_ONLY' | 'ALLOW_DUPLICATE';

export function createProgrammeSignals(deps: ProgrammeSignalsDeps): ProgrammeSignals {
  const send = async (
    programme: ToldProgramme,
    stretches: readonly LedgerStretch[],
    reuse: ReusePolicy,
  ): Promise<void> => {
    const { temporal } = deps;
    await temporal.within(CALL_DEADLINE_MS, () =>
      temporal.client.workflow.signalWithStart(REFORM_PROGRAMME, {
        workflowId: workflowIdOf(programme.programmeId),
        workflowIdReusePolicy: reuse,
        workflowIdConflictPolicy: 'USE_EXISTING',
        taskQueue: deps.taskQueue ?? TASK_QUEUE,
        args: [inputOf(programme, deps)],
        signal: ADVANCED_SIGNAL,
        signalArgs: [stretches],
        typedSearchAttributes: [
          { key: SEARCH_ATTRIBUTES.definition, value: programme.definition.key },
          { key: SEARCH_ATTRIBUTES.status, value: 'active' },
        ],
        ...wordsOf(programme, deps),
      }),
    );
  };

  return {
    tell: async (programme, stretches) => {
      try {
        await send(programme, stretches, 'ALLOW_DUPLICATE_FAILED_ONLY');
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        // The workflow ended of itself: rightly so, unless the ledger has since been put back to an earlier or a later copy.
        if (!programme.over) await send(programme, stretches, 'ALLOW_DUPLICATE');
      }
    },
  };
}

function inputOf(programme: ToldProgramme, deps: ProgrammeSignalsDeps): ReformProgrammeInput {
  const { programmeId } = programme;
  return deps.historyBound === undefined
    ? { programmeId }
    : { programmeId, historyBound: deps.historyBound };
}

function wordsOf(
  programme: ToldProgramme,
  deps: ProgrammeSignalsDeps,
): { readonly staticSummary: string; readonly staticDetails: string } {
  const { key, version } = programme.definition;
  const title = deps.titleOf(programme.definition);
  const kind = programme.rehearsal ? '演练 rehearsal' : '正式 live';
  return {
    staticSummary: `${title.zh} ${title.en}`.slice(0, 120),
    staticDetails: [
      `**${title.zh}**  `,
      `${title.en}  `,
      `方案定义 definition: \`${key}\` v${version} · ${kind} · \`${programme.programmeId}\``,
    ].join('\n'),
  };
}
