/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

export const peopleRoutes: readonly RouteObject[] = [
  {
    path: 'people',
    lazy: async () => {
      const { DirectoryPage } = await import('./directory-page.tsx');
      return { Component: DirectoryPage };
    },
    children: [
      {
        index: true,
        lazy: async () => {
          const { OfficesList } = await import('./offices-list.tsx');
          return { Component: OfficesList };
        },
      },
      {
        path: 'accounts',
        lazy: async () => {
          const { PeopleList } = await import('./people-list.tsx');
          return { Component: PeopleList };
        },
      },
    ],
  },
];
