/** Bodies that meet and vote. The commands. */

export type DeliberationCommand = never;
