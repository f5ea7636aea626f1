/** What the choices of a table are called: the checks of the deliverable name them in both languages. Pure. */
import type { Schemas } from '../../api/client.ts';
import type { Plan, PlanDeliverable } from '../../api/plan.ts';

type Text = Schemas['Localised'];

export type ChoiceNames = ReadonlyMap<string, Text>;

export function choiceNamesIn(
  plan: Pick<Plan, 'phases' | 'duties'> | undefined,
  phase: string,
  deliverable: string,
): ChoiceNames {
  const [base = ''] = phase.split('@');
  const part = [...(plan?.phases ?? []), ...(plan?.duties ?? [])].find(({ key }) => key === base);
  const found = part?.deliverables?.find(({ key }) => key === deliverable);
  return namesIn(found?.checks ?? []);
}

function namesIn(checks: NonNullable<PlanDeliverable['checks']>): ChoiceNames {
  const names = new Map<string, Text>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { key, title } = value as { readonly key?: unknown; readonly title?: unknown };
    if (typeof key === 'string' && isText(title)) names.set(key, title);
    for (const member of Object.values(value)) visit(member);
  };
  for (const { params } of checks) visit(params);
  return names;
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  const { zh, en } = value as { readonly zh?: unknown; readonly en?: unknown };
  return typeof zh === 'string' && typeof en === 'string';
}
