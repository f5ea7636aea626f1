/** Standing duties: periods that open one after another. The commands. */

export type DutyCommand = never;
