/** Addresses of this area's tab of a programme; each is loaded when it is first shown. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

interface LazyPage {
  readonly Component: ComponentType;
}

export const indicatorsRoutes: readonly RouteObject[] = [
  {
    path: 'indicators',
    children: [
      {
        index: true,
        lazy: async (): Promise<LazyPage> => {
          const { IndicatorsPage } = await import('./indicators-page.tsx');
          return { Component: IndicatorsPage };
        },
      },
      {
        path: 'progress-list',
        lazy: async (): Promise<LazyPage> => {
          const { ProgressPage } = await import('./progress-page.tsx');
          return { Component: ProgressPage };
        },
      },
      {
        path: 'of/:indicator',
        lazy: async (): Promise<LazyPage> => {
          const { IndicatorPage } = await import('./indicator-page.tsx');
          return { Component: IndicatorPage };
        },
      },
    ],
  },
];
