/** The people of Langxia on a running stack, and rehearsals that they play through a client that repeats what is uncertain. */
import { randomUUID } from 'node:crypto';
import { CN_PUBLIC } from '../../../domain/calendar/cn-public.ts';
import { addDays, daysBetween, startOfDay } from '../../../domain/calendar/dates.ts';
import type { Definition } from '../../../domain/definition/types.ts';
import type { Conduct } from '../../../domain/planning/conduct.ts';
import { settlePeople, signIn } from '../../../cli/rehearse/people.ts';
import { play, type Played } from '../../../cli/rehearse/player.ts';
import { createDirectory } from '../../../engine/directory.ts';
import { createPasswords } from '../../../engine/passwords.ts';
import { systemClock } from '../../../platform/clock.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import type { ChaosClient } from './client.ts';
import { createChaosDesk } from './desk.ts';
import type { Stack } from './stack.ts';

/** Lateness is the point of these tests, so a rehearsal is given up only after so many times its days. */
const PATIENCE = 60;
const AUDITOR = 'auditor';

export interface Town {
  readonly definition: Definition;
  /** Length of the plan in days, both dates included. */
  readonly days: number;
  /** Office key → account that holds it in every rehearsal. */
  readonly accounts: Readonly<Record<string, string>>;
  /** Token of the office's account. */
  tokenOf(office: string): string;
  /** Token of the audit administrator. */
  readonly auditor: string;
  /** Starts a rehearsal; the plan takes so many real seconds. Its id. */
  start(client: ChaosClient, planSeconds: number): Promise<string>;
  /** Plays its people until it is over. */
  play(client: ChaosClient, programmeId: string, conduct?: Conduct): Promise<Played>;
}

/** Needs the API to serve. */
export async function settleTown(stack: Stack): Promise<Town> {
  const definition = createCatalogue().latest('langxia-transition');
  if (definition === undefined) throw new Error('the catalogue lacks Langxia');
  const people = await settlePeople(stack.appUrl, [definition]);
  await settleAuditor(stack, people.password);
  const accounts = { ...people.accounts, [AUDITOR]: AUDITOR };
  const tokens = await signIn(stack.api.address(), { ...people, accounts });
  const tokenOf = (office: string): string => {
    const token = tokens.get(office);
    if (token === undefined) throw new Error(`nobody is signed in for ${office}`);
    return token;
  };
  const last = definition.phases.at(-1)?.window.to ?? definition.startsOn;
  const days = daysBetween(definition.startsOn, last) + 1;
  return {
    definition,
    days,
    accounts: people.accounts,
    tokenOf,
    auditor: tokenOf(AUDITOR),
    start: async (client, planSeconds) => {
      const { status, body } = await client.send({
        method: 'POST',
        path: '/v1/programmes',
        token: tokenOf(definition.owner),
        body: {
          definition: { key: definition.key },
          clock: { speed: (days * 86_400) / planSeconds },
          offices: people.accounts,
        },
      });
      if (status !== 201) throw new Error(`not started: ${JSON.stringify(body)}`);
      return String(body['id']);
    },
    play: (client, programmeId, conduct = { exceptions: [] }) =>
      play({
        desk: createChaosDesk({ client, definition, programmeId, tokenOf }),
        conduct,
        context: { definition, calendar: CN_PUBLIC },
        clock: systemClock,
        until: startOfDay(addDays(definition.startsOn, days * PATIENCE), definition.zone),
      }),
  };
}

async function settleAuditor(stack: Stack, password: string): Promise<void> {
  const directory = createDirectory({ pool: stack.pool, clock: systemClock });
  const passwordHash = await createPasswords().hash(password);
  const made = await directory.registerPerson(
    {
      account: AUDITOR,
      name: { zh: '审计管理员', en: 'Auditor' },
      email: null,
      locale: 'zh',
      roles: ['audit-admin'],
      passwordHash,
    },
    { by: 'setup', key: { scope: 'setup', id: randomUUID(), bodyHash: AUDITOR } },
  );
  if (made.kind !== 'done') throw new Error(`no auditor: ${JSON.stringify(made)}`);
}
