/** Addresses of programmes: the list, and one of them with its sides. */
import type { ComponentType } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { indicatorsRoutes } from '../indicators/routes.tsx';
import { pressureRoutes } from '../pressure/routes.tsx';
import { trailRoutes } from '../trail/routes.tsx';
import { unitsRoutes } from '../units/routes.tsx';
import { whatIfRoutes } from '../what-if/routes.tsx';

export const programmeRoutes: readonly RouteObject[] = [
  {
    path: 'programmes',
    lazy: lazily(async () => (await import('./list/programmes-page.tsx')).ProgrammesPage),
  },
  {
    path: 'programmes/:id',
    lazy: lazily(async () => (await import('./programme-shell.tsx')).ProgrammeShell),
    children: [
      { index: true, element: <Navigate to="overview" replace /> },
      {
        path: 'overview',
        lazy: lazily(async () => (await import('./overview/overview-page.tsx')).OverviewPage),
      },
      {
        path: 'phases/:phase/deliverables/:deliverable',
        lazy: lazily(async () => (await import('./hand-in/hand-in-page.tsx')).HandInPage),
      },
      {
        path: 'chart',
        lazy: lazily(async () => (await import('./chart/chart-page.tsx')).ChartPage),
      },
      ...unitsRoutes,
      ...indicatorsRoutes,
      ...whatIfRoutes,
      ...pressureRoutes,
      ...trailRoutes,
    ],
  },
];

function lazily(
  load: () => Promise<ComponentType>,
): () => Promise<{ readonly Component: ComponentType }> {
  return async () => ({ Component: await load() });
}
