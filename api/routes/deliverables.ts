/** Deliverables: handing in, reading what was handed in, and what one's offices owe. */
import { localDateOf } from '../../domain/calendar/dates.ts';
import { phaseOf } from '../../domain/definition/phase-of.ts';
import { toldDays } from '../../domain/programme/check-context.ts';
import { findDeliverable, findPhase } from '../../domain/programme/lookups.ts';
import { fileListFault, type FileListFault } from '../../engine/file-names.ts';
import type { AppDeps } from '../deps.ts';
import { personOf, route, type Route } from '../http/route.ts';
import { ProblemError } from '../problems.ts';
import { inputFault } from '../problems/input-faults.ts';
import type { OwedRow } from '../reads.ts';
import { deliverableParams, handInAct as handInSchema, handInBody } from '../schemas/acts.ts';
import { contentSchema } from '../schemas/records.ts';
import { owedList, owedQuery } from '../schemas/tasks.ts';
import { handInAct } from '../views/act.ts';
import { contentView, deliverableView, owingOf } from '../views/deliverable.ts';
import { actingView } from '../views/hands.ts';
import type { Names } from '../views/rows.ts';
import { performAct } from './act.ts';
import { withPeriod } from './past-period.ts';
import { definitionOf, knowDefinitions, visibleProgramme } from './scene.ts';

const TAG = 'Deliverables';

const handIn = route({
  method: 'put',
  path: '/v1/programmes/{id}/phases/{phase}/deliverables/{deliverable}',
  operationId: 'handInDeliverable',
  summary: 'Hand in a deliverable, or replace it before anyone has signed',
  tag: TAG,
  permission: 'signed-in',
  params: deliverableParams,
  body: handInBody,
  idempotent: true,
  conditional: true,
  answers: { 200: { description: 'Handed in; see the check', schema: handInSchema } },
  problems: [
    'not-office-holder',
    'unknown-phase',
    'unknown-deliverable',
    'phase-not-open',
    'period-not-begun',
    'period-over',
    'signing-under-way',
    'signed-by-same-person',
    'deliverable-not-owed',
    'programme-not-active',
    'file-not-found',
    'too-many-files',
    'data-invalid',
  ],
  handle: (input, deps) => {
    const { params, body } = input;
    const fault = fileListFault(body.files, deps.filesPerDeliverable);
    if (fault !== null) throw fileListProblem(fault);
    return performAct(
      {
        programmeId: params.id,
        command: {
          type: 'HandInDeliverable',
          phase: params.phase,
          deliverable: params.deliverable,
          note: body.note,
          data: body.data ?? null,
          files: body.files,
          // The door computes it.
          contentHash: '',
        },
        answer: handInAct({ phase: params.phase, deliverable: params.deliverable }),
        phase: params.phase,
      },
      input,
      deps,
    );
  },
});

const getContent = route({
  method: 'get',
  path: '/v1/programmes/{id}/phases/{phase}/deliverables/{deliverable}',
  operationId: 'getDeliverable',
  summary: 'A deliverable with the text, data and files handed in last',
  tag: TAG,
  permission: 'signed-in',
  params: deliverableParams,
  answers: { 200: { description: 'The deliverable', schema: contentSchema } },
  handle: async (input, deps) => {
    const { params } = input;
    const { state } = await visibleProgramme(params.id, personOf(input), deps);
    const definition = definitionOf(state.definition, deps);
    const held = await withPeriod({ state, definition, phase: params.phase }, deps);
    const phase = findPhase(held, definition, params.phase);
    const found = phase === null ? null : findDeliverable(phase, params.deliverable);
    if (phase === null || found === null) throw new ProblemError('not-found');
    const owing = owingOf(phase, found.definition, definition.zone);
    const place = { programmeId: state.id, phase: params.phase, key: params.deliverable };
    const latest = await deps.reads.content(place);
    const names = await deps.reads.names([latest?.by].filter((by) => typeof by === 'string'));
    const body = contentView(
      {
        ...found,
        ...owing,
        round: phase.state.round,
        phase: place.phase,
        days: toldDays(phase.state, definition),
      },
      latest,
      names,
    );
    return { status: 200, headers: { ETag: `"${state.position}"` }, body };
  },
});

const listOwed = route({
  method: 'get',
  path: '/v1/deliverables',
  operationId: 'listOwedDeliverables',
  summary: 'What one’s offices owe in open phases, most urgent first; at most 200',
  tag: TAG,
  permission: 'signed-in',
  query: owedQuery,
  answers: { 200: { description: 'What is owed', schema: owedList } },
  handle: async (input, deps) => {
    const now = deps.clock.now();
    const rows = await deps.reads.owed(personOf(input).id, now);
    await knowDefinitions(rows, deps);
    const names = await deps.reads.names(rows.flatMap(({ by }) => (by === null ? [] : [by])));
    const items = rows.flatMap((row) => owedView(row, { names, now: now.toISOString(), deps }));
    return { status: 200, body: { items } };
  },
});

export const deliverableRoutes: readonly Route[] = [handIn, getContent, listOwed];

export function fileListProblem(fault: FileListFault): ProblemError {
  if (fault.code === 'too-many-files') {
    return new ProblemError('too-many-files', { params: { most: fault.most } });
  }
  const place = { in: 'body', pointer: `/files/${fault.index}/name` } as const;
  const problem =
    fault.code === 'file-name-twice'
      ? inputFault(place, 'unique', {
          zh: '两个文件不能同名。',
          en: 'Two files may not have one name.',
        })
      : inputFault(place, `name:${fault.fault}`, {
          zh: '文件名为空、过长，或含有不允许的字符。',
          en: 'The name is empty, too long, or has a character that is not allowed.',
        });
  return new ProblemError('invalid-request', { errors: [problem] });
}

function owedView(
  row: OwedRow,
  { names, now, deps }: { readonly names: Names; readonly now: string; readonly deps: AppDeps },
): readonly object[] {
  const whole = definitionOf(row.definition, deps);
  const phase = phaseOf(whole, row.phase);
  const definition = phase?.deliverables.find(({ key }) => key === row.key);
  if (phase === null || definition === undefined) return [];
  const { opensOn, dueOn } = row;
  const days = toldDays({ key: phase.key, opensOn, dueOn }, whole);
  return [
    {
      programmeId: row.programmeId,
      programmeTitle: row.programmeTitle,
      programmeTitleEn: row.programmeTitleEn,
      rehearsal: row.rehearsal,
      phase: row.phase,
      phaseTitle: phase.title,
      round: row.round,
      dueAt: row.dueAt,
      overdue: now >= row.dueRealAt,
      ...actingView(row),
      deliverable: deliverableView(definition, row, {
        ...{ content: row, names, days },
        exampleFrom: localDateOf(row.openedAt, whole.zone),
      }),
    },
  ];
}
