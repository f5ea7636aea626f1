/** Who acts: transfers, consultations, further signers, copies, urging. The refusals. */

export type HandsRejectionCode = never;
