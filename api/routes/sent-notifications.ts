/** What was sent of a programme, to whom and why, what was read, and which e-mails failed. */
import { programmeTitleIn } from '../../domain/wording/programme-title.ts';
import { cursorInstant, decodePair, pageFrom } from '../http/cursor.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { programmeParams } from '../schemas/common.ts';
import { sentNotificationPage, sentNotificationsQuery } from '../schemas/sent-notifications.ts';
import { sentNotificationView } from '../views/sent-notification.ts';
import { definitionOf, visibleProgramme } from './scene.ts';

const listSentNotifications = route({
  method: 'get',
  path: '/v1/programmes/{id}/notifications',
  operationId: 'listSentNotifications',
  summary: 'Who was told what of a programme, and why, newest first',
  tag: 'Notifications',
  permission: 'signed-in',
  params: programmeParams,
  query: sentNotificationsQuery,
  answers: { 200: { description: 'A page of what was sent', schema: sentNotificationPage } },
  handle: async (input, deps) => {
    const { query, locale } = input;
    const { state } = await visibleProgramme(input.params.id, personOf(input), deps);
    const after = decodePair(query.after);
    const rows = await deps.reads.sentNotifications({
      ...query,
      programmeId: state.id,
      after: after === null ? null : [cursorInstant(after[0]), after[1]],
      limit: query.limit + 1,
    });
    const scene = {
      definition: definitionOf(state.definition, deps),
      programmeTitle: programmeTitleIn(locale, state.title, state.titleEn),
      rehearsal: state.clock !== null,
      names: await deps.reads.names(rows.map(({ personId }) => personId)),
      locale,
    };
    const body = pageFrom(rows, query.limit, {
      item: (row) => sentNotificationView(row, scene),
      cursor: (row) => [row.recordedAt, row.id],
    });
    return { status: 200, body };
  },
});

export const sentNotificationRoutes: readonly Route[] = [listSentNotifications];
