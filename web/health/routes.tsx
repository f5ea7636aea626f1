/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

const page: RouteObject = {
  path: 'health',
  lazy: async () => {
    const { HealthPage } = await import('./health-page.tsx');
    return { Component: HealthPage };
  },
};

export const healthRoutes: readonly RouteObject[] = [page];
