/** Several views of one matter, of which one is shown; each has an address. */
import type { ReactElement } from 'react';
import { Link, NavLink } from 'react-router';
import './view-links.css';

export interface View {
  readonly to: string;
  readonly label: string;
  /** Given where the views differ in the query of the address, which the router does not look at. */
  readonly isShown?: boolean;
}

export interface ViewLinksProps {
  readonly label: string;
  readonly views: readonly View[];
}

export function ViewLinks({ label, views }: ViewLinksProps): ReactElement {
  return (
    <nav aria-label={label} className="view-links">
      {views.map((view) => (
        <ViewLink key={view.to} {...view} />
      ))}
    </nav>
  );
}

function ViewLink({ to, label, isShown }: View): ReactElement {
  if (isShown === undefined) {
    return (
      <NavLink to={to} end className="view-link">
        {label}
      </NavLink>
    );
  }
  return (
    <Link
      to={to}
      className="view-link"
      aria-current={isShown ? 'page' : undefined}
      preventScrollReset
    >
      {label}
    </Link>
  );
}
