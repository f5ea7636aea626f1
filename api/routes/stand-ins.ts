/** Acting as the offices of a rehearsal, for whoever started it. */
import type { AppDeps } from '../deps.ts';
import type { SignedIn } from '../http/context.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { tokenOf } from '../http/session-token.ts';
import { ProblemError } from '../problems.ts';
import { programmeParams } from '../schemas/common.ts';
import { openStandInBody, rehearsalPersonList, standInSchema } from '../schemas/stand-ins.ts';
import { visibleProgramme } from './scene.ts';

const TAG = 'Programmes';

const listRehearsalPeople = route({
  method: 'get',
  path: '/v1/programmes/{id}/stand-ins',
  operationId: 'listRehearsalPeople',
  summary: 'The persons of a rehearsal through whom whoever started it may act, by office',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  answers: { 200: { description: 'All of them', schema: rehearsalPersonList } },
  problems: ['not-a-rehearsal', 'not-the-starter'],
  handle: async (input, deps) => {
    const rehearsal = await ownRehearsal(input.params.id, personOf(input), deps);
    const rows = await deps.reads.rehearsalPeople(rehearsal, deps.clock.now());
    const items = rows.map(({ id, name, ...held }) => ({ ...held, person: { id, name } }));
    return { status: 200, body: { items } };
  },
});

const openStandIn = route({
  method: 'post',
  path: '/v1/programmes/{id}/stand-ins',
  operationId: 'openStandIn',
  summary:
    'Open a short session of the person who holds an office in a rehearsal, as who started it',
  tag: TAG,
  permission: 'signed-in',
  params: programmeParams,
  body: openStandInBody,
  answers: { 201: { description: 'It is open, and on record', schema: standInSchema } },
  problems: ['not-a-rehearsal', 'not-the-starter', 'no-rehearsal-person'],
  handle: async (input, deps) => {
    const person = personOf(input);
    const programmeId = await ownRehearsal(input.params.id, person, deps);
    const openerToken = tokenOf(input.request, deps.cookie);
    if (openerToken === null) throw new ProblemError('unauthenticated');
    const { office } = input.body;
    const opened = await deps.standIns.open({ programmeId, office, by: person.id, openerToken });
    if (opened.kind === 'nobody') throw new ProblemError('no-rehearsal-person');
    if (opened.kind === 'opener-over') throw new ProblemError('unauthenticated');
    const { id, name, ...rest } = opened.standIn;
    return { status: 201, body: { ...rest, person: { id, name } } };
  },
});

export const standInRoutes: readonly Route[] = [listRehearsalPeople, openStandIn];

/** The programme in which the persons exist: of a unit programme its parent. */
async function ownRehearsal(id: string, person: SignedIn, deps: AppDeps): Promise<string> {
  const { state } = await visibleProgramme(id, person, deps);
  if (state.clock === null) throw new ProblemError('not-a-rehearsal');
  if (state.startedBy !== person.id) throw new ProblemError('not-the-starter');
  return state.parent?.programme ?? state.id;
}
