/** A part of a page under its own heading, and particulars as terms with their values. */
import { useId, type ReactElement, type ReactNode } from 'react';
import './sheet-section.css';

export interface SheetSectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function SheetSection({ title, hint, actions, children }: SheetSectionProps): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className="sheet-section">
      <div className="sheet-section-head">
        <h2 id={id}>{title}</h2>
        {actions === undefined ? null : <div className="sheet-section-actions">{actions}</div>}
      </div>
      {hint === undefined ? null : <p className="sheet-section-hint">{hint}</p>}
      {children}
    </section>
  );
}

export interface Particular {
  readonly term: string;
  readonly value: ReactNode;
}

export function Particulars({ items }: { readonly items: readonly Particular[] }): ReactElement {
  return (
    <dl className="particulars">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
