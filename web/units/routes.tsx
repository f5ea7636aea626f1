/** Addresses of this area's tab of a programme; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

export const unitsRoutes: readonly RouteObject[] = [
  {
    path: 'units',
    lazy: async () => {
      const { UnitsPage } = await import('./units-page.tsx');
      return { Component: UnitsPage };
    },
  },
];
