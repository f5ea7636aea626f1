/** The shape of an area's rules: one function for each of its commands. */
import type { DecideContext } from './commands.ts';
import type { ProgrammeEvent } from './events.ts';
import type { Decision } from './rejections.ts';
import type { ProgrammeState } from './state.ts';

interface AnyCommand {
  readonly type: string;
}

export type Deciders<C extends AnyCommand> = {
  readonly [T in C['type']]: (
    state: ProgrammeState,
    command: Extract<C, { readonly type: T }>,
    context: DecideContext,
  ) => Decision<ProgrammeEvent>;
};
