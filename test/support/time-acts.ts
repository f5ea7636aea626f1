/** Commands of the governance of time on the small plan, and a plan in which it has offices of its own. */
import type { Definition } from '../../domain/definition/types.ts';
import type {
  AcceptGoodCause,
  DecideExtension,
  RequestExtension,
} from '../../domain/programme/time/commands.ts';
import { act, holder, ofType } from './given.ts';
import type { Run } from './given.ts';
import { plan } from './plan.ts';

/** `clerk` owns and owes everything; `watch` decides about time, and `head` where `watch` is concerned itself. */
export const governed: Definition = {
  ...plan,
  governance: {
    extensions: { decidedBy: 'watch', otherwise: 'head', most: 2 },
    suspension: { decidedBy: 'head' },
    goodCause: { decidedBy: 'watch' },
    reviews: { decidedBy: 'head', withinWorkdays: 5 },
    accountability: { decidedBy: 'head' },
  },
};

export function askFor(dueOn: string, options: Partial<RequestExtension> = {}): RequestExtension {
  return {
    type: 'RequestExtension',
    phase: 'first',
    round: 1,
    reason: 'the survey takes longer',
    progress: 'half of it is done',
    dueOn,
    ...options,
  };
}

export function rule(extension: string, options: Partial<DecideExtension> = {}): DecideExtension {
  return {
    type: 'DecideExtension',
    extension,
    grant: true,
    dueOn: null,
    opinion: null,
    ...options,
  };
}

export function goodCause(options: Partial<AcceptGoodCause> = {}): AcceptGoodCause {
  return { type: 'AcceptGoodCause', phase: 'first', round: 1, reason: 'a flood', ...options };
}

/** Asked for by `clerk`. */
export function asked(run: Run, dueOn: string, at: string): Run {
  return act(run, askFor(dueOn), { by: holder('clerk'), at, definition: governed });
}

/** Asked for by `clerk` and granted by `watch` at once. */
export function extended(run: Run, dueOn: string, at: string): Run {
  const pending = asked(run, dueOn, at);
  return act(pending, rule(lastExtension(pending)), {
    by: holder('watch'),
    at,
    definition: governed,
  });
}

export function lastExtension({ events }: Run): string {
  return ofType(events, 'ExtensionRequested').at(-1)?.data.extension ?? '';
}

export function suspended(run: Run, at: string): Run {
  const command = { type: 'SuspendProgramme', reason: 'the office moves' } as const;
  return act(run, command, { by: holder('head'), at, definition: governed });
}

export function resumed(run: Run, at: string): Run {
  const command = { type: 'ResumeProgramme', reason: 'it has moved' } as const;
  return act(run, command, { by: holder('head'), at, definition: governed });
}
