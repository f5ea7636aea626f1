/** The addresses of the pages. The inbox comes with the application, every other page when it is first shown. */
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { accountRoutes } from '../account/routes.tsx';
import { calendarsRoutes } from '../calendars/routes.tsx';
import { healthRoutes } from '../health/routes.tsx';
import { inboxRoutes } from '../inbox/routes.tsx';
import { noticesRoutes } from '../notices/routes.tsx';
import { peopleRoutes } from '../people/routes.tsx';
import { programmeRoutes } from '../programme/routes.tsx';
import { rehearsalRoutes } from '../rehearsal/routes.tsx';
import { setUpRoutes } from '../set-up/routes.tsx';
import { taskRoutes } from '../task/routes.tsx';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RouteFault } from './route-fault.tsx';
import { Waiting } from './waiting.tsx';

type Router = ReturnType<typeof createBrowserRouter>;

export function createRoutes(): Router {
  const children: RouteObject[] = [
    { index: true, element: <Navigate to="/inbox" replace /> },
    ...inboxRoutes,
    ...taskRoutes,
    ...programmeRoutes,
    ...noticesRoutes,
    ...healthRoutes,
    ...setUpRoutes,
    ...peopleRoutes,
    ...calendarsRoutes,
    ...accountRoutes,
    ...rehearsalRoutes,
    { path: '*', element: <NotFoundPage /> },
  ];
  return createBrowserRouter([
    {
      element: <Frame />,
      errorElement: (
        <main>
          <RouteFault />
        </main>
      ),
      hydrateFallbackElement: <Waiting />,
      // A page that fails leaves the way to the others.
      children: [{ errorElement: <RouteFault />, children }],
    },
  ]);
}
