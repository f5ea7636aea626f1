/** Short facts side by side, and what somebody wrote. */
import type { ReactElement, ReactNode } from 'react';
import { When } from '../parts/when.tsx';

export function Facts({ children }: { readonly children: ReactNode }): ReactElement {
  return <dl className="pressure-facts">{children}</dl>;
}

export interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

export function Fact({ name, children }: FactProps): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export interface QuoteProps {
  /** Who wrote it, and what for. */
  readonly lead: string;
  readonly at?: string;
  readonly text: string;
}

export function Quote({ lead, at, text }: QuoteProps): ReactElement {
  return (
    <figure className="pressure-quote">
      <figcaption>
        {lead} {at === undefined ? null : <When at={at} />}
      </figcaption>
      {text === '' ? null : <blockquote>{text}</blockquote>}
    </figure>
  );
}
