/**
 * Which of the workflow's search attributes a plan changes; an upsert is written only for these. They tell of phases, deadlines and
 * rungs, so that a reminder writes none.
 */
import type { WorkflowInfo } from '@temporalio/workflow';
import type { upsertSearchAttributes } from '@temporalio/workflow';
import type { WorkflowPlan } from '../activities/types.ts';
import { SEARCH_ATTRIBUTES } from './messages.ts';

type TypedSearchAttributes = WorkflowInfo['typedSearchAttributes'];
type UpdatePair = Extract<Parameters<typeof upsertSearchAttributes>[0], unknown[]>[number];

export function searchAttributeChanges(
  present: TypedSearchAttributes,
  plan: WorkflowPlan,
): UpdatePair[] {
  const { view } = plan;
  const wanted: readonly UpdatePair[] = [
    { key: SEARCH_ATTRIBUTES.phase, value: view.phase === '' ? null : view.phase },
    { key: SEARCH_ATTRIBUTES.status, value: view.status },
    { key: SEARCH_ATTRIBUTES.overdue, value: view.overdue },
    { key: SEARCH_ATTRIBUTES.rung, value: view.rung },
    { key: SEARCH_ATTRIBUTES.dueAt, value: view.dueMs === null ? null : new Date(view.dueMs) },
  ];
  return wanted.filter(({ key, value }) => comparable(present.get(key)) !== comparable(value));
}

function comparable(value: unknown): string {
  return JSON.stringify(value ?? null);
}
