/** What one was told. */
import { cursorInstant, decodePair, pageFrom } from '../http/cursor.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import {
  notificationPage,
  notificationParams,
  notificationsQuery,
  readSchema,
} from '../schemas/records.ts';
import { notificationView } from '../views/notification.ts';
import { definitionOf, knowDefinitions } from './scene.ts';

const TAG = 'Notifications';

const listNotifications = route({
  method: 'get',
  path: '/v1/notifications',
  operationId: 'listNotifications',
  summary: 'One’s own notifications, newest first',
  tag: TAG,
  permission: 'signed-in',
  query: notificationsQuery,
  answers: { 200: { description: 'A page of notifications', schema: notificationPage } },
  handle: async (input, deps) => {
    const { query } = input;
    const after = decodePair(query.after);
    const rows = await deps.reads.notifications({
      personId: personOf(input).id,
      unreadOnly: query.unread === 'true',
      after: after === null ? null : [cursorInstant(after[0]), after[1]],
      limit: query.limit + 1,
    });
    await knowDefinitions(rows, deps);
    const body = pageFrom(rows, query.limit, {
      item: (row) => notificationView(row, definitionOf(row.definition, deps), input.locale),
      cursor: (row) => [row.recordedAt, row.id],
    });
    return { status: 200, body };
  },
});

const readNotification = route({
  method: 'post',
  path: '/v1/notifications/{id}/reads',
  operationId: 'readNotification',
  summary: 'Mark a notification as read; again it stays as it was',
  tag: TAG,
  permission: 'signed-in',
  params: notificationParams,
  idempotent: true,
  answers: { 201: { description: 'It is read', schema: readSchema } },
  handle: async (input, deps) => {
    const readAt = await deps.reads.markRead(input.params.id, {
      personId: personOf(input).id,
      at: deps.clock.now(),
    });
    if (readAt === null) throw new ProblemError('not-found');
    return { status: 201, body: { id: input.params.id, readAt } };
  },
});

export const notificationRoutes: readonly Route[] = [listNotifications, readNotification];
