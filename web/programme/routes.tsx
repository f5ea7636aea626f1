/** Addresses of programmes: the list, and one of them with its sides. */
import { Navigate, type RouteObject } from 'react-router';
import { indicatorsRoutes } from '../indicators/routes.tsx';
import { pressureRoutes } from '../pressure/routes.tsx';
import { trailRoutes } from '../trail/routes.tsx';
import { unitsRoutes } from '../units/routes.tsx';
import { whatIfRoutes } from '../what-if/routes.tsx';

export const programmeRoutes: readonly RouteObject[] = [
  {
    path: 'programmes/:id',
    lazy: async () => {
      const { ProgrammeShell } = await import('./programme-shell.tsx');
      return { Component: ProgrammeShell };
    },
    children: [
      { index: true, element: <Navigate to="overview" replace /> },
      ...unitsRoutes,
      ...indicatorsRoutes,
      ...whatIfRoutes,
      ...pressureRoutes,
      ...trailRoutes,
    ],
  },
];
