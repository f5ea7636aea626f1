/** A word that stands out in a line: that something is overdue, a rehearsal, or simply worth marking. */
import type { ReactElement, ReactNode } from 'react';
import './mark.css';

export interface MarkProps {
  readonly kind?: 'plain' | 'overdue' | 'rehearsal' | 'good';
  readonly children: ReactNode;
}

export function Mark({ kind = 'plain', children }: MarkProps): ReactElement {
  return <span className={`mark mark-${kind}`}>{children}</span>;
}
