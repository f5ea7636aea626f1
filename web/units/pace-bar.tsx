/** A bar of what is done, with a mark where the even pace would be. */
import type { ReactElement } from 'react';

export interface PaceBarProps {
  readonly percent: number;
  /** Null where there is none. */
  readonly pace: number | null;
  readonly label: string;
}

export function PaceBar({ percent, pace, label }: PaceBarProps): ReactElement {
  return (
    <svg
      className="pace-bar"
      role="img"
      aria-label={label}
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
    >
      <rect className="pace-bar-all" width="100" height="12" />
      <rect className="pace-bar-done" width={Math.min(percent, 100)} height="12" />
      {pace === null ? null : (
        <line
          className="pace-bar-pace"
          x1={Math.min(pace, 99.5)}
          x2={Math.min(pace, 99.5)}
          y1="0"
          y2="12"
        />
      )}
    </svg>
  );
}
