/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

interface LazyPage {
  readonly Component: ComponentType;
}

export const accountRoutes: readonly RouteObject[] = [
  {
    path: 'account',
    lazy: async (): Promise<LazyPage> => {
      const { AccountPage } = await import('./account-page.tsx');
      return { Component: AccountPage };
    },
  },
];
