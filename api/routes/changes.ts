/** What changes, as it changes: a stream that pages listen to. */
import { isAdministrator, personOf, route, type Route } from '../http/route.ts';

const changes = route({
  method: 'get',
  path: '/v1/changes',
  operationId: 'listenToChanges',
  summary:
    'Server-sent events: `programmes` with the ids of those that changed and that one may know of; ends after ten minutes, to be opened again',
  tag: 'Changes',
  permission: 'signed-in',
  lasting: true,
  answers: { 200: { description: 'The stream', type: 'text/event-stream' } },
  handle: (input, deps) => {
    const person = personOf(input);
    const data = deps.changes.listen({
      personId: person.id,
      administrator: isAdministrator(person),
    });
    return Promise.resolve({
      status: 200,
      content: { type: 'text/event-stream', data },
      headers: { 'X-Accel-Buffering': 'no' },
    });
  },
});

export const changeRoutes: readonly Route[] = [changes];
