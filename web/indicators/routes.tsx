/** Addresses of this area's tab of a programme; each is loaded when it is first shown. */
import type { RouteObject } from 'react-router';

export const indicatorsRoutes: readonly RouteObject[] = [];
