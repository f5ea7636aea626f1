/** Fills an empty Milepost with the demo's offices, accounts and two runs of its plan; done again, it changes nothing. */
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { bodyOf, evaluatePolicy, type Policy } from '../domain/definition/policy.ts';
import type {
  Definition,
  DeliverableDefinition,
  Localised,
  OfficeDefinition,
} from '../domain/definition/types.ts';
import { listPeopleByAccount, type PersonRow, type Role } from '../db/read-models/people.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { createDirectory } from './directory.ts';
import { createPasswords } from './passwords.ts';
import { ADMINISTRATORS, defineOffices } from './set-up.ts';
import type { Caller, CommandKey, Engine, Executed } from './types.ts';

export interface SeedDemoDeps {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly catalogue: {
    latest(key: string): Definition | undefined;
    list(): readonly Definition[];
  };
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info'>;
  /** Of every demo account; left out, a random one. */
  readonly password?: string | undefined;
}

export interface SeededDemo {
  /** Only when accounts were made now, as it is stored nowhere. */
  readonly password?: string;
  readonly accounts: readonly string[];
  readonly programmes: readonly DemoProgramme[];
}

const DEMO_DEFINITION = 'langxia-transition';
/** One day of the plan in 20 seconds. */
const REHEARSAL_SPEED = 86_400 / 20;

export async function seedDemo(deps: SeedDemoDeps): Promise<SeededDemo> {
  const definition = deps.catalogue.latest(DEMO_DEFINITION);
  if (definition === undefined) throw new Error(`there is no definition ${DEMO_DEFINITION}`);
  const password = deps.password ?? randomBytes(12).toString('base64url');
  const definitions = [definition, ...deps.catalogue.list()];
  const isNew = await seedPeople(deps, definitions, password);
  const people = await peopleOf(deps.pool, definitions);
  const programmes = await seedProgrammes(deps, definition, people);
  deps.log.info({ accounts: people.size, isNew }, 'demo is there');
  return { ...(isNew ? { password } : {}), accounts: [...people.keys()], programmes };
}

/** Whether any account was made now. */
async function seedPeople(
  deps: SeedDemoDeps,
  definitions: readonly Definition[],
  password: string,
): Promise<boolean> {
  const directory = createDirectory(deps);
  const present = await peopleOf(deps.pool, definitions);
  const missing = accountsOf(definitions).filter(({ account }) => !present.has(account));
  const passwords = createPasswords();
  for (const { account, name, role } of missing) {
    const passwordHash = await passwords.hash(password);
    const person = {
      account,
      name,
      email: null,
      locale: 'zh',
      roles: role === null ? [] : [role],
      passwordHash,
    } as const;
    await directory.registerPerson(person, actOf(`person-${account}`));
  }
  for (const definition of definitions) await defineOffices(directory, definition);
  for (const { key } of officesOf(definitions)) {
    await directory.assignOffice({ office: key, account: key }, actOf(`holding-${key}`));
  }
  return missing.length > 0;
}

interface DemoAccount {
  readonly account: string;
  readonly name: Localised;
  readonly role: Role | null;
}

/** The offices of all plans; one that several of them name is held once. */
function officesOf(definitions: readonly Definition[]): readonly OfficeDefinition[] {
  const offices = definitions.flatMap((definition) => definition.offices);
  return offices.filter(({ key }, index) => offices.findIndex((one) => one.key === key) === index);
}

function accountsOf(definitions: readonly Definition[]): readonly DemoAccount[] {
  return [
    ...officesOf(definitions).map(({ key, title }) => ({
      account: key,
      name: { zh: `${title.zh}（演示）`, en: `${title.en} (demo)` },
      role: null,
    })),
    ...ADMINISTRATORS.map(({ role, name }) => ({ account: role, name, role })),
  ];
}

async function peopleOf(
  pool: Pool,
  definitions: readonly Definition[],
): Promise<ReadonlyMap<string, PersonRow>> {
  const accounts = accountsOf(definitions).map(({ account }) => account);
  const rows = await listPeopleByAccount(pool, accounts);
  const byAccount = new Map(rows.map((row) => [row.account, row]));
  return new Map(
    accounts.flatMap((account) => {
      const row = byAccount.get(account);
      return row === undefined ? [] : [[account, row]];
    }),
  );
}

type People = ReadonlyMap<string, PersonRow>;

async function seedProgrammes(
  { engine }: SeedDemoDeps,
  definition: Definition,
  people: People,
): Promise<SeededDemo['programmes']> {
  const start = {
    definition: { key: definition.key },
    caller: callerOf(definition.owner, people),
  } as const;
  const live = await activate(engine, { ...start, key: keyOf('programme-live') });
  const rehearsal = await activate(engine, {
    ...start,
    speed: REHEARSAL_SPEED,
    key: keyOf('programme-rehearsal'),
  });
  await setInMotion(engine, rehearsal.id, { definition, people });
  return [live, rehearsal];
}

export interface DemoProgramme {
  readonly id: string;
  readonly title: string;
  readonly rehearsal: boolean;
}

async function activate(
  engine: Engine,
  request: Parameters<Engine['activate']>[0],
): Promise<DemoProgramme> {
  const result = await engine.activate({
    ...request,
    answer: ({ state }) => ({
      status: 201,
      body: { id: state.id, title: state.title, rehearsal: state.clock !== null },
    }),
  });
  if (result.kind === 'refused')
    throw new Error(`the demo cannot be started: ${result.refusal.code}`);
  return result.answer.body as DemoProgramme; // as answered above, now or at the first start
}

/** The first phase opens, everything it owes is handed in and one office has signed. What is no longer possible is left as it is. */
async function setInMotion(
  engine: Engine,
  id: string,
  { definition, people }: { readonly definition: Definition; readonly people: People },
): Promise<void> {
  const [phase] = definition.phases;
  const first = await engine.nextMoment(id);
  if (phase === undefined || first?.position !== 1 || first.next === null) return;
  await engine.perform(id, first.next.moment);
  for (const deliverable of phase.deliverables) {
    await handIn(engine, id, { phase: phase.key, deliverable, people });
  }
  const plan = await engine.nextMoment(id);
  if (plan !== null && !plan.over) await signFirst(engine, id, { phase, people });
}

function handIn(
  engine: Engine,
  programmeId: string,
  act: {
    readonly phase: string;
    readonly deliverable: DeliverableDefinition;
    readonly people: People;
  },
): Promise<Executed> {
  const { phase, deliverable, people } = act;
  return engine.execute({
    programmeId,
    caller: callerOf(deliverable.office, people),
    key: keyOf(`deliverable-${deliverable.key}`),
    command: {
      type: 'HandInDeliverable',
      phase,
      deliverable: deliverable.key,
      note: `${deliverable.title.zh} · ${deliverable.title.en}`,
      data: deliverable.example ?? null,
      files: [],
      contentHash: '',
    },
  });
}

async function signFirst(
  engine: Engine,
  programmeId: string,
  { phase, people }: { readonly phase: Definition['phases'][number]; readonly people: People },
): Promise<void> {
  const [step] = phase.steps;
  const office = step === undefined ? undefined : firstOffice(step.policy);
  if (step === undefined || office === undefined) return;
  await engine.execute({
    programmeId,
    caller: callerOf(office, people),
    key: keyOf(`decision-${office}`),
    command: {
      type: 'DecideStep',
      phase: phase.key,
      round: 1,
      step: step.key,
      office,
      decision: 'approve',
      opinion: null,
      returnTo: null,
    },
  });
}

/** The first whose turn it is and who decides by itself; a body has to meet. */
function firstOffice(policy: Policy): string | undefined {
  return evaluatePolicy(policy, {}).open.find((office) => bodyOf(policy, office) === undefined);
}

function callerOf(account: string, people: People): Caller {
  const person = people.get(account);
  if (person === undefined) throw new Error(`the demo has no account ${account}`);
  return { kind: 'person', id: person.id };
}

/** The same on every start, so that each act of the demo happens once. */
function keyOf(act: string): CommandKey {
  return { scope: 'setup', id: `demo-${act}`, bodyHash: 'demo' };
}

function actOf(act: string): { readonly by: 'setup'; readonly key: CommandKey } {
  return { by: 'setup', key: keyOf(act) };
}
