/** Addresses of this area's tab of a programme; each is loaded when it is first shown. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

interface LazyPage {
  readonly Component: ComponentType;
}

export const unitsRoutes: readonly RouteObject[] = [
  {
    path: 'units',
    lazy: async (): Promise<LazyPage> => {
      const { UnitsPage } = await import('./units-page.tsx');
      return { Component: UnitsPage };
    },
  },
];
