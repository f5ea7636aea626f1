/** Addresses of this area's tab of a programme; each is loaded when it is first shown. */
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

type LazyPage = Promise<{ readonly Component: ComponentType }>;

export const trailRoutes: readonly RouteObject[] = [
  {
    path: 'trail',
    lazy: async (): LazyPage => {
      const { TrailShell } = await import('./trail-shell.tsx');
      return { Component: TrailShell };
    },
    children: [
      {
        index: true,
        lazy: async (): LazyPage => {
          const { RecordPage } = await import('./record-page.tsx');
          return { Component: RecordPage };
        },
      },
      {
        path: 'as-of',
        lazy: async (): LazyPage => {
          const { AsOfPage } = await import('./as-of-page.tsx');
          return { Component: AsOfPage };
        },
      },
      {
        path: 'verification',
        lazy: async (): LazyPage => {
          const { VerificationPage } = await import('./verification-page.tsx');
          return { Component: VerificationPage };
        },
      },
      {
        path: 'workflow',
        lazy: async (): LazyPage => {
          const { WorkflowPage } = await import('./workflow-page.tsx');
          return { Component: WorkflowPage };
        },
      },
    ],
  },
];
