/** The application: what was read, language and look around the routes. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useState, type ReactElement } from 'react';
import { RouterProvider } from 'react-router';
import { createQueries } from '../api/queries.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { Look } from './look.tsx';
import { createRoutes } from './routes.tsx';

export function App(): ReactElement {
  const [queries] = useState(createQueries);
  const [router] = useState(createRoutes);
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Look>
          <LiveProvider>
            <RouterProvider router={router} />
          </LiveProvider>
        </Look>
      </QueryClientProvider>
    </StrictMode>
  );
}
