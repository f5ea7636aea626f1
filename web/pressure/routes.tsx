/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

const page: RouteObject = {
  path: 'pressure',
  lazy: async () => {
    const { PressurePage } = await import('./pressure-page.tsx');
    return { Component: PressurePage };
  },
};

export const pressureRoutes: readonly RouteObject[] = [page];
