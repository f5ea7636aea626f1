/** Governance of time: extensions, suspensions, good cause, reviews, accountability. The refusals. */

export type TimeRejectionCode =
  | 'not-responsible-for-phase'
  | 'unknown-extension'
  | 'extension-pending'
  | 'extension-limit'
  | 'extension-date-invalid'
  | 'extension-decided'
  | 'extension-lapsed'
  | 'parent-suspended'
  | 'own-matter'
  | 'no-deciding-office'
  | 'climb-not-begun'
  | 'climb-stopped'
  | 'review-too-late'
  | 'review-requested-before'
  | 'unknown-review'
  | 'review-decided'
  | 'review-pending'
  | 'rung-struck'
  | 'no-accountability-proposed'
  | 'accountability-decided';
