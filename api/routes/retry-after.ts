/** How long to wait before an act that was refused for coming too soon. */
import { toRealTime } from '../../domain/calendar/rehearsal-clock.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { ProblemError } from '../problems.ts';

/** Adds `until` and, in real seconds, `Retry-After` to a refusal that tells until when it holds; others stay as they are. */
export function withRetryAfter(
  problem: ProblemError,
  state: ProgrammeState | null,
  now: Date,
): ProblemError {
  const until = problem.extras.params?.['until'];
  if (problem.code !== 'urged-recently' || typeof until !== 'string') return problem;
  const realMs = Date.parse(toRealTime(state?.clock ?? null, until)) - now.getTime();
  const seconds = String(Math.max(1, Math.ceil(realMs / 1000)));
  const { extras } = problem;
  return new ProblemError(problem.code, {
    ...extras,
    members: { ...extras.members, until },
    headers: { ...extras.headers, 'Retry-After': seconds },
  });
}
