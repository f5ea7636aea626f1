/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

export const calendarsRoutes: readonly RouteObject[] = [
  {
    path: 'calendars',
    lazy: async () => {
      const { CalendarsPage } = await import('./calendars-page.tsx');
      return { Component: CalendarsPage };
    },
  },
  {
    path: 'calendars/:key/notice',
    lazy: async () => {
      const { NoticePage } = await import('./notice-page.tsx');
      return { Component: NoticePage };
    },
  },
  {
    path: 'calendars/:key/override',
    lazy: async () => {
      const { OverridePage } = await import('./override-page.tsx');
      return { Component: OverridePage };
    },
  },
];
