/** A page: its heading, which is also the name of the browser's tab, what can be done on it, and its content. */
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import './page.css';

export interface PageProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, actions, children }: PageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · 里程碑 Milepost`;
  }, [title]);
  // A reader of the screen is told of the new page, as a new document would have been.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
