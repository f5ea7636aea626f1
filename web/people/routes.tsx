/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

interface LazyPage {
  readonly Component: ComponentType;
}

export const peopleRoutes: readonly RouteObject[] = [
  {
    path: 'people',
    lazy: async (): Promise<LazyPage> => {
      const { DirectoryPage } = await import('./directory-page.tsx');
      return { Component: DirectoryPage };
    },
    children: [
      {
        index: true,
        lazy: async (): Promise<LazyPage> => {
          const { OfficesList } = await import('./offices-list.tsx');
          return { Component: OfficesList };
        },
      },
      {
        path: 'accounts',
        lazy: async (): Promise<LazyPage> => {
          const { PeopleList } = await import('./people-list.tsx');
          return { Component: PeopleList };
        },
      },
    ],
  },
];
