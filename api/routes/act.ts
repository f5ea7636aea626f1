/** Carries an act through the door and turns what comes back into an answer or a problem. */
import type { ProgrammeState } from '../../domain/programme/state.ts';
import type {
  EngineRefusal,
  ExecuteRequest,
  Outcome,
  PersonCommand,
  StoredAnswer,
} from '../../engine/types.ts';
import { canonicalText } from '../../domain/audit/canonical.ts';
import type { PublicationRefusal } from '../../engine/publish-definition.ts';
import type { AppDeps } from '../deps.ts';
import { commandKey, personOf, type Input, type Reply } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { PROBLEMS } from '../problems/catalogue.ts';
import { standingPhase, standingProgramme } from '../views/act.ts';
import { withRetryAfter } from './retry-after.ts';
import { viewerOf } from './scene.ts';

export interface Act {
  readonly programmeId: string;
  readonly command: PersonCommand;
  readonly answer: (outcome: Outcome) => StoredAnswer;
  /** Phase whose state a refusal shows. */
  readonly phase?: string;
}

/** Throws a problem with the present state when the act is refused. */
export async function performAct(act: Act, input: Input, deps: AppDeps): Promise<Reply> {
  const executed = await deps.engine.execute(requestOf(act, input));
  if (executed.kind === 'refused') {
    await refuseUnseen(act, executed.refusal, { input, deps });
    const problem = refusalProblem(executed.refusal, executed.state, act.phase);
    throw withRetryAfter(problem, executed.state, deps.clock.now());
  }
  return storedReply(executed.answer);
}

/** The answer of an act, new or repeated. */
export function storedReply({ status, body, location }: StoredAnswer): Reply {
  return {
    status,
    // The store keeps no order of keys; sorted, a repeated answer has the same bytes.
    content: { type: 'application/json; charset=utf-8', data: canonicalText(body) },
    ...(location === undefined ? {} : { headers: { Location: location } }),
  };
}

function requestOf(act: Act, input: Input): ExecuteRequest {
  return {
    programmeId: act.programmeId,
    command: act.command,
    caller: { kind: 'person', id: personOf(input).id },
    key: commandKey(input),
    answer: act.answer,
    ...(input.expectedPosition === null ? {} : { expectedPosition: input.expectedPosition }),
  };
}

/** Whoever may not know of the programme learns nothing from the refusal. */
async function refuseUnseen(
  act: Act,
  refusal: EngineRefusal,
  { input, deps }: { readonly input: Input; readonly deps: AppDeps },
): Promise<void> {
  if (refusal.code === 'idempotency-key-reused') return;
  const record = await deps.reads.programme(act.programmeId, viewerOf(personOf(input), deps));
  if (record === null) throw new ProblemError('not-found');
}

export function refusalProblem(
  refusal: EngineRefusal | PublicationRefusal,
  state: ProgrammeState | null,
  phaseKey?: string,
): ProblemError {
  const showsState = [409, 412].includes(PROBLEMS[refusal.code].status);
  return new ProblemError(refusal.code, {
    params: refusal.params,
    ...('errors' in refusal
      ? {
          errors: refusal.errors.map(({ pointer, message }) => ({
            in: 'body' as const,
            pointer,
            rule: refusal.code,
            detail: message,
          })),
        }
      : {}),
    ...(showsState && state !== null ? { members: presentState(state, phaseKey) } : {}),
  });
}

function presentState(
  state: ProgrammeState,
  phaseKey: string | undefined,
): Readonly<Record<string, unknown>> {
  const phase = state.phases.find(({ key }) => key === phaseKey);
  return {
    programme: standingProgramme(state),
    ...(phase === undefined ? {} : { phase: standingPhase(phase) }),
  };
}
