/** Who acts: transfers, consultations, further signers, copies, urging. The commands. */

export type HandsCommand = never;
