/** Bodies that meet and vote. The events. */

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface DeliberationEvents {}
