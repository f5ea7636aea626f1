/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

export const accountRoutes: readonly RouteObject[] = [
  {
    path: 'account',
    lazy: async () => {
      const { AccountPage } = await import('./account-page.tsx');
      return { Component: AccountPage };
    },
  },
];
