/** The addresses of the pages; each is loaded when it is first shown, the inbox with the application. */
import { createBrowserRouter, Navigate } from 'react-router';
import { InboxPage } from '../inbox/inbox-page.tsx';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RouteFault } from './route-fault.tsx';

type Router = ReturnType<typeof createBrowserRouter>;

export function createRoutes(): Router {
  return createBrowserRouter([
    {
      element: <Frame />,
      errorElement: <RouteFault />,
      children: [
        { index: true, element: <Navigate to="/inbox" replace /> },
        { path: 'inbox', element: <InboxPage /> },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
}
