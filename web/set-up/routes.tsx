/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

interface LazyPage {
  readonly Component: ComponentType;
}

export const setUpRoutes: readonly RouteObject[] = [
  {
    path: 'set-up',
    lazy: async (): Promise<LazyPage> => {
      const { SetUpPage } = await import('./set-up-page.tsx');
      return { Component: SetUpPage };
    },
  },
  {
    path: 'set-up/upload',
    lazy: async (): Promise<LazyPage> => {
      const { UploadPage } = await import('./upload-page.tsx');
      return { Component: UploadPage };
    },
  },
  {
    path: 'set-up/definitions/:key',
    lazy: async (): Promise<LazyPage> => {
      const { DefinitionPage } = await import('./definition-page.tsx');
      return { Component: DefinitionPage };
    },
  },
];
