/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

const page: RouteObject = {
  path: 'notifications',
  lazy: async () => {
    const { NoticesPage } = await import('./notices-page.tsx');
    return { Component: NoticesPage };
  },
};

export const noticesRoutes: readonly RouteObject[] = [page];
