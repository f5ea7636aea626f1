/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

export const taskRoutes: readonly RouteObject[] = [
  {
    path: 'tasks/:id',
    lazy: async () => ({ Component: (await import('./task-page.tsx')).TaskPage }),
  },
];
