/** Holds a table that may be wider than the window: it scrolls inside, also by keyboard. */
import type { ReactElement, ReactNode } from 'react';
import './scroll-region.css';

export interface ScrollRegionProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function ScrollRegion({ label, children }: ScrollRegionProps): ReactElement {
  return (
    <div className="scroll-region" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
