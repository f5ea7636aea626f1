/** Addresses of this area's pages; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

export const peopleRoutes: readonly RouteObject[] = [];
