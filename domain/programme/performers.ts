/** The shape of what the clock does: one function for each kind of moment. */
import type { AreaMoment, AreaMomentKind, Moment, MomentKind } from '../planning/moments.ts';
import type { DecideContext } from './commands.ts';
import type { ProgrammeEvent } from './events.ts';
import type { ProgrammeState } from './state.ts';

export type Performer<M extends Moment> = (
  state: ProgrammeState,
  moment: M,
  context: DecideContext,
) => readonly ProgrammeEvent[];

export type Performers<K extends MomentKind> = {
  readonly [T in K]: Performer<
    T extends AreaMomentKind ? AreaMoment : Extract<Moment, { readonly kind: T }>
  >;
};
