/** The published definition that a programme runs: its offices, owner, phases and governance, and the words of its checks. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from './client.ts';
import { keys } from './queries.ts';

type Text = Schemas['Localised'];

export interface NamedOffice {
  readonly key: string;
  readonly title: Text;
}

export interface PlanOffice extends NamedOffice {
  readonly reportsTo: string | null;
}

interface PlanPart {
  readonly key: string;
  readonly title: Text;
  readonly after?: readonly string[];
  readonly deliverables?: readonly PlanDeliverable[];
}

interface PlanPhase extends PlanPart {
  readonly window: { readonly from: string; readonly to: string };
}

export interface PlanDeliverable {
  readonly key: string;
  readonly checks?: readonly { readonly name: string; readonly params?: unknown }[];
}

export interface PlanUnitSet {
  readonly key: string;
  readonly within: string | null;
  /** What a rehearsal runs on when it is given no units. */
  readonly madeUp: { readonly count: number };
}

/** The members of a definition that the pages need. */
export interface Plan {
  readonly key: string;
  readonly title: Text;
  readonly source: { readonly issuer: Text };
  readonly startsOn: string;
  readonly owner: string;
  readonly offices: readonly PlanOffice[];
  readonly phases: readonly PlanPhase[];
  readonly duties?: readonly PlanPart[];
  readonly unitSets?: readonly PlanUnitSet[];
  readonly rollouts?: readonly { readonly key: string; readonly unitSet: string }[];
  readonly governance?: {
    readonly suspension?: { readonly decidedBy: string };
    readonly urging?: { readonly coolDownHours: number };
  };
}

/** A published version never changes; nothing is asked for while none is named. */
export function usePlan(
  reference: Schemas['DefinitionRef'] | null | undefined,
): UseQueryResult<Plan> {
  const { key, version } = reference ?? { key: '', version: 0 };
  return useQuery({
    queryKey: keys.definition(key, version),
    queryFn: async () => {
      const params = { path: { key, version: String(version) } };
      const answer = await bodyOf(api.GET('/v1/definitions/{key}/versions/{version}', { params }));
      // The API publishes nothing that does not have these members; its document leaves them open.
      return answer as unknown as Plan;
    },
    enabled: reference !== null && reference !== undefined,
    staleTime: Infinity,
  });
}

/** What an office is called; its key while the plan is not read yet. */
export function officeText(plan: Plan | undefined, key: string): Text {
  return plan?.offices.find((office) => office.key === key)?.title ?? { zh: key, en: key };
}
