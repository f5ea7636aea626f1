/** The definition that a programme runs: its offices, owner and governance, and the words of its checks. It never changes once published. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { keys } from '../api/queries.ts';

type Text = Schemas['Localised'];

export interface PlanOffice {
  readonly key: string;
  readonly title: Text;
  readonly reportsTo: string | null;
}

interface PlanPart {
  readonly key: string;
  readonly title: Text;
  readonly after?: readonly string[];
  readonly deliverables?: readonly PlanDeliverable[];
}

export interface PlanDeliverable {
  readonly key: string;
  readonly checks?: readonly { readonly name: string; readonly params?: unknown }[];
}

/** The members of a definition that the pages need. */
export interface Plan {
  readonly key: string;
  readonly title: Text;
  readonly source: { readonly issuer: Text };
  readonly owner: string;
  readonly offices: readonly PlanOffice[];
  readonly phases: readonly PlanPart[];
  readonly duties?: readonly PlanPart[];
  readonly governance?: {
    readonly suspension?: { readonly decidedBy: string };
    readonly urging?: { readonly coolDownHours: number };
  };
}

export function usePlan({ key, version }: Schemas['DefinitionRef']): UseQueryResult<Plan> {
  return useQuery({
    queryKey: [...keys.definitions, key, version],
    queryFn: async () => {
      const path = { key, version: String(version) };
      const answer = await bodyOf(
        api.GET('/v1/definitions/{key}/versions/{version}', { params: { path } }),
      );
      // The API publishes nothing that does not have these members; its document leaves them open.
      return answer as unknown as Plan;
    },
    staleTime: Infinity,
  });
}

/** What an office is called; its key while the plan is not read yet. */
export function officeText(plan: Plan | undefined, key: string): Text {
  return plan?.offices.find((office) => office.key === key)?.title ?? { zh: key, en: key };
}
