/** Who acts: transfers, consultations, further signers, copies, urging. The refusals. */

export type HandsRejectionCode =
  | 'office-not-in-definition'
  | 'office-already-signs'
  | 'office-owes-deliverable'
  | 'transfer-chain-too-long'
  | 'reason-required'
  | 'signer-not-in-step'
  | 'signer-required-by-paper'
  | 'signer-decided'
  | 'not-your-signer'
  | 'removal-would-reject'
  | 'consultation-open'
  | 'consults-itself'
  | 'unknown-consultation'
  | 'consultation-closed'
  | 'may-not-copy'
  | 'may-not-urge'
  | 'nobody-to-urge'
  | 'urged-recently';
