/** People and offices, for administrators: the system's registers people, the security's gives them offices. */
import { z } from 'zod';
import type { DirectoryAct, DirectoryChanged } from '../../engine/directory.ts';
import { decodeSingle, pageFrom } from '../http/cursor.ts';
import { commandKey, personOf, route, type Input, type Reply, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { key, pageQuery } from '../schemas/common.ts';
import {
  appointBody,
  appointmentParams,
  appointmentSchema,
  endAppointmentBody,
  officeList,
  personPage,
  registeredPerson,
  registerPersonBody,
} from '../schemas/directory.ts';
import { storedReply } from './act.ts';

const TAG = 'Directory';
const ADMINISTRATORS = ['system-admin', 'security-admin', 'audit-admin'] as const;

const listPeople = route({
  method: 'get',
  path: '/v1/people',
  operationId: 'listPeople',
  summary: 'All people with their roles and offices, by account',
  tag: TAG,
  permission: ADMINISTRATORS,
  query: z.strictObject(pageQuery),
  answers: { 200: { description: 'A page of people', schema: personPage } },
  handle: async ({ query }, deps) => {
    const rows = await deps.reads.people({
      at: deps.clock.now(),
      after: decodeSingle(query.after)?.[0] ?? null,
      limit: query.limit + 1,
    });
    const body = pageFrom(rows, query.limit, {
      item: (row) => row,
      cursor: (row) => [row.account],
    });
    return { status: 200, body };
  },
});

const registerPerson = route({
  method: 'post',
  path: '/v1/people',
  operationId: 'registerPerson',
  summary: 'Register a person without any role or office',
  tag: TAG,
  permission: ['system-admin'],
  body: registerPersonBody,
  idempotent: true,
  answers: { 201: { description: 'Registered', schema: registeredPerson } },
  problems: ['account-taken'],
  handle: async (input, deps) => {
    const { password, ...person } = input.body;
    const passwordHash = await deps.hashPassword(password);
    const changed = await deps.directory.registerPerson(
      { ...person, roles: [], passwordHash },
      actOf(input, ({ id }) => ({ id, account: person.account, name: person.name })),
    );
    return replyOf(changed);
  },
});

const listOffices = route({
  method: 'get',
  path: '/v1/offices',
  operationId: 'listOffices',
  summary: 'All offices and who holds them',
  tag: TAG,
  permission: ADMINISTRATORS,
  answers: { 200: { description: 'All offices', schema: officeList } },
  handle: async (_input, deps) => ({
    status: 200,
    body: { items: await deps.reads.offices(deps.clock.now()) },
  }),
});

const appoint = route({
  method: 'post',
  path: '/v1/offices/{key}/appointments',
  operationId: 'appoint',
  summary: 'Appoint a person to an office',
  tag: TAG,
  permission: ['security-admin'],
  params: z.strictObject({ key: key.describe('Key of the office') }),
  body: appointBody,
  idempotent: true,
  answers: { 201: { description: 'Appointed', schema: appointmentSchema } },
  problems: ['account-not-found', 'administrator-holds-no-office', 'span-invalid'],
  handle: async (input, deps) => {
    const { account, from, until } = input.body;
    const changed = await deps.directory.assignOffice(
      {
        office: input.params.key,
        account,
        ...(from === undefined ? {} : { from: utc(from) }),
        until: until === null ? null : utc(until),
      },
      actOf(input, appointmentView),
    );
    if (changed.kind === 'refused' && changed.refusal.code === 'unknown-office') {
      throw new ProblemError('not-found');
    }
    return replyOf(changed);
  },
});

const endAppointment = route({
  method: 'post',
  path: '/v1/appointments/{id}/endings',
  operationId: 'endAppointment',
  summary: 'End an appointment',
  tag: TAG,
  permission: ['security-admin'],
  params: appointmentParams,
  body: endAppointmentBody,
  idempotent: true,
  answers: { 201: { description: 'Ended', schema: appointmentSchema } },
  problems: ['holding-not-found', 'span-invalid'],
  handle: async (input, deps) => {
    const { until } = input.body;
    const changed = await deps.directory.endHolding(
      { id: input.params.id, ...(until === undefined ? {} : { until: utc(until) }) },
      actOf(input, appointmentView),
    );
    return replyOf(changed);
  },
});

export const directoryRoutes: readonly Route[] = [
  listPeople,
  registerPerson,
  listOffices,
  appoint,
  endAppointment,
];

function actOf<T>(input: Input, view: (value: T) => object): DirectoryAct<T> {
  return {
    by: personOf(input).id,
    key: commandKey(input),
    answer: (value) => ({ status: 201, body: view(value) }),
  };
}

function replyOf(changed: DirectoryChanged<unknown>): Reply {
  if (changed.kind !== 'refused') return storedReply(changed.answer);
  throw new ProblemError(changed.refusal.code, { params: changed.refusal.params });
}

interface Holding {
  readonly id: string;
  readonly office: string;
  readonly personId: string;
  readonly from: string;
  readonly until: string | null;
}

function appointmentView({ id, office, personId, from, until }: Holding): Holding {
  return { id, office, personId, from, until };
}

/** The form in which instants are stored and compared. */
function utc(instant: string): string {
  return new Date(instant).toISOString();
}
