/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

interface LazyPage {
  readonly Component: ComponentType;
}

export const rehearsalRoutes: readonly RouteObject[] = [
  {
    path: 'rehearsals',
    lazy: async (): Promise<LazyPage> => {
      const { RehearsalsPage } = await import('./rehearsals-page.tsx');
      return { Component: RehearsalsPage };
    },
  },
  {
    path: 'rehearsals/:id',
    lazy: async (): Promise<LazyPage> => {
      const { RehearsalPage } = await import('./rehearsal-page.tsx');
      return { Component: RehearsalPage };
    },
  },
];
