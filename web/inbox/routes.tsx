/** Addresses of the inbox: what waits comes with the application, the other lists when they are first shown. */
import type { RouteObject } from 'react-router';
import { InboxPage } from './inbox-page.tsx';

export const inboxRoutes: readonly RouteObject[] = [
  { path: 'inbox', element: <InboxPage /> },
  {
    path: 'inbox/done',
    lazy: async () => ({ Component: (await import('./done-page.tsx')).DonePage }),
  },
  {
    path: 'inbox/started',
    lazy: async () => ({ Component: (await import('./started-page.tsx')).StartedPage }),
  },
  {
    path: 'inbox/copies',
    lazy: async () => ({ Component: (await import('./copies-page.tsx')).CopiesPage }),
  },
];
