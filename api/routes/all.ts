/** The table of all endpoints: router, document and permission tests are made of it. */
import { route, type Route } from '../http/route.ts';
import { openApiDocument } from '../openapi.ts';
import { ballotRoutes } from './ballots.ts';
import { consultationRoutes } from './consultations.ts';
import { calendarRoutes } from './calendars.ts';
import { definitionRoutes } from './definitions.ts';
import { deliverableRoutes } from './deliverables.ts';
import { directoryRoutes } from './directory.ts';
import { dutyRoutes } from './duties.ts';
import { endingRoutes } from './endings.ts';
import { escalationRoutes } from './escalations.ts';
import { fileRoutes } from './files.ts';
import { handsRoutes } from './hands.ts';
import { historyRoutes } from './history.ts';
import { indicatorActRoutes } from './indicator-acts.ts';
import { indicatorRoutes } from './indicators.ts';
import { migrationRoutes } from './migrations.ts';
import { notificationRoutes } from './notifications.ts';
import { operationRoutes } from './operations.ts';
import { programmeRoutes } from './programmes.ts';
import { promiseRoutes } from './promises.ts';
import { progressRoutes } from './progress.ts';
import { projectionRoutes } from './projections.ts';
import { recordRoutes } from './records.ts';
import { sentNotificationRoutes } from './sent-notifications.ts';
import { sessionRoutes } from './sessions.ts';
import { standInRoutes } from './stand-ins.ts';
import { taskRoutes } from './tasks.ts';
import { unitRoutes } from './units.ts';
import { changeRoutes } from './changes.ts';
import { circularRoutes } from './circulars.ts';
import { timeRoutes } from './time.ts';

const getDocument = route({
  method: 'get',
  path: '/openapi.json',
  operationId: 'getDocument',
  summary: 'This document',
  tag: 'Operations',
  permission: 'public',
  answers: { 200: { description: 'OpenAPI 3.1', type: 'application/json' } },
  handle: () => Promise.resolve({ status: 200, body: apiDocument() }),
});

export const allRoutes: readonly Route[] = [
  ...operationRoutes,
  ...promiseRoutes,
  getDocument,
  ...sessionRoutes,
  ...definitionRoutes,
  ...projectionRoutes,
  ...programmeRoutes,
  ...standInRoutes,
  ...dutyRoutes,
  ...migrationRoutes,
  ...endingRoutes,
  ...deliverableRoutes,
  ...indicatorRoutes,
  ...indicatorActRoutes,
  ...progressRoutes,
  ...taskRoutes,
  ...handsRoutes,
  ...ballotRoutes,
  ...consultationRoutes,
  ...escalationRoutes,
  ...timeRoutes,
  ...circularRoutes,
  ...notificationRoutes,
  ...sentNotificationRoutes,
  ...recordRoutes,
  ...historyRoutes,
  ...fileRoutes,
  ...directoryRoutes,
  ...unitRoutes,
  ...calendarRoutes,
  ...changeRoutes,
];

let document: Record<string, unknown> | undefined;

/** The OpenAPI document of all endpoints, made once. */
export function apiDocument(): Record<string, unknown> {
  return (document ??= openApiDocument(allRoutes));
}
