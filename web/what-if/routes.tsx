/** Addresses of this area's tab of a programme; each is loaded when it is first shown. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

interface LazyPage {
  readonly Component: ComponentType;
}

export const whatIfRoutes: readonly RouteObject[] = [
  {
    path: 'what-if',
    children: [
      {
        index: true,
        lazy: async (): Promise<LazyPage> => {
          const { SupposePage } = await import('./suppose-page.tsx');
          return { Component: SupposePage };
        },
      },
      {
        path: 'backward',
        lazy: async (): Promise<LazyPage> => {
          const { BackwardPage } = await import('./backward-page.tsx');
          return { Component: BackwardPage };
        },
      },
      {
        path: 'version',
        lazy: async (): Promise<LazyPage> => {
          const { VersionPage } = await import('./version-page.tsx');
          return { Component: VersionPage };
        },
      },
    ],
  },
];
