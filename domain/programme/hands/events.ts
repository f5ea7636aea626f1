/** Who acts: transfers, consultations, further signers, copies, urging. The events. */

// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface HandsEvents {}
