/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

interface LazyPage {
  readonly Component: ComponentType;
}

export const calendarsRoutes: readonly RouteObject[] = [
  {
    path: 'calendars',
    lazy: async (): Promise<LazyPage> => {
      const { CalendarsPage } = await import('./calendars-page.tsx');
      return { Component: CalendarsPage };
    },
  },
  {
    path: 'calendars/:key/notice',
    lazy: async (): Promise<LazyPage> => {
      const { NoticePage } = await import('./notice-page.tsx');
      return { Component: NoticePage };
    },
  },
  {
    path: 'calendars/:key/override',
    lazy: async (): Promise<LazyPage> => {
      const { OverridePage } = await import('./override-page.tsx');
      return { Component: OverridePage };
    },
  },
];
