/** Bodies that meet and vote. The refusals. */

export type DeliberationRejectionCode = never;
