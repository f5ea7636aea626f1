/** What a sheet needs to be read: the sheet, the names behind its keys, and whether the reader may sign it. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { usePlan, type Plan, type PlanOffice } from '../api/plan.ts';
import { keys } from '../api/queries.ts';
import { useProgramme } from '../programme/programme-query.ts';

export type Sheet = Schemas['TaskSheet'];
export type Slot = Schemas['Slot'];
export type Deliverable = Schemas['Deliverable'];
export type Decision = Schemas['DecisionKind'];

const MOST = '200';

export function useSheet(id: string): UseQueryResult<Sheet> {
  return useQuery({
    queryKey: keys.task(id),
    queryFn: () => bodyOf(api.GET('/v1/tasks/{id}', { params: { path: { id } } })),
  });
}

/** `barred` holds the office and may yet not sign, by separation of duties. */
export type Standing = 'may-sign' | 'barred' | 'other';

export function useStanding({ id, programmeId, phase, status }: Sheet): UseQueryResult<Standing> {
  return useQuery({
    queryKey: [...keys.tasks, 'standing', id],
    queryFn: async (): Promise<Standing> => {
      const among = async (scope: 'mine' | 'offices'): Promise<boolean> => {
        const query = { scope, programme: programmeId, phase, limit: MOST };
        const { items } = await bodyOf(api.GET('/v1/tasks', { params: { query } }));
        return items.some((task) => task.id === id);
      };
      if (await among('mine')) return 'may-sign';
      return (await among('offices')) ? 'barred' : 'other';
    },
    enabled: status === 'open',
  });
}

/** The definition that the programme runs. */
export function usePlanOf(programmeId: string): UseQueryResult<Plan> {
  return usePlan(useProgramme(programmeId).data?.definition);
}

export interface Names {
  readonly office: (key: string) => Schemas['Localised'];
  readonly phase: (key: string) => Schemas['Localised'];
  readonly step: (phase: string, key: string) => Schemas['Localised'];
  readonly offices: readonly PlanOffice[];
  /** What the clock of the programme shows; undefined until it is known. */
  readonly now: string | undefined;
}

/** Until they are known, and where they are not, keys stand for names. */
export function useNames(programmeId: string): Names {
  const programme = useProgramme(programmeId).data;
  const offices = usePlanOf(programmeId).data?.offices ?? [];
  const phases = programme?.phases ?? [];
  const phaseOf = (key: string): Schemas['Phase'] | undefined =>
    phases.find((phase) => phase.key === key);
  return {
    offices,
    office: (key) => offices.find((office) => office.key === key)?.title ?? asName(key),
    phase: (key) => phaseOf(key)?.title ?? asName(key),
    step: (phase, key) =>
      phaseOf(phase)?.steps.find((step) => step.key === key)?.title ?? asName(key),
    now: programme?.now,
  };
}

function asName(key: string): Schemas['Localised'] {
  return { zh: key, en: key };
}
