/** The governance of time: extensions, suspension, good cause, appeals, and what comes of a proposal of accountability. */
import { personOf, route, type Route } from '../http/route.ts';
import {
  phaseAct as phaseActSchema,
  programmeAct as programmeActSchema,
  reasonBody,
} from '../schemas/acts.ts';
import { programmeParams } from '../schemas/common.ts';
import {
  accountabilityBody,
  escalatedParams,
  extensionAct as extensionActSchema,
  extensionBody,
  extensionDecisionBody,
  extensionParams,
  goodCauseBody,
  pendingList,
  phaseParams,
  reviewAct as reviewActSchema,
  reviewBody,
  reviewDecisionBody,
  reviewParams,
} from '../schemas/time.ts';
import { phaseAct, programmeAct } from '../views/act.ts';
import { pendingView } from '../views/matter.ts';
import { extensionAct, reviewAct } from '../views/time-act.ts';
import { performAct } from './act.ts';
import { OF_A_PERIOD } from './hands-act.ts';
import { definitionOf, knowDefinitions, peopleOf } from './scene.ts';

const TAG = 'Time';

/** What every act of this kind has in common. */
const ACT = { method: 'post', tag: TAG, permission: 'signed-in' } as const;
const ONCE = { idempotent: true, conditional: true } as const;

const requestExtension = route({
  ...ACT,
  ...ONCE,
  path: '/v1/programmes/{id}/extensions',
  operationId: 'requestExtension',
  summary: 'Ask for a later due day; after the due instant it is refused, and shown as late',
  params: programmeParams,
  body: extensionBody,
  answers: { 201: { description: 'Requested, or refused as late', schema: extensionActSchema } },
  problems: [
    'not-responsible-for-phase',
    'unknown-phase',
    ...OF_A_PERIOD,
    'phase-not-open',
    'stale-round',
    'extension-pending',
    'extension-limit',
    'extension-date-invalid',
    'no-deciding-office',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { phase } = input.body;
    return performAct(
      {
        programmeId: input.params.id,
        command: { type: 'RequestExtension', ...input.body },
        answer: extensionAct(phase),
        phase,
      },
      input,
      deps,
    );
  },
});

const decideExtension = route({
  ...ACT,
  ...ONCE,
  path: '/v1/programmes/{id}/extensions/{extension}/decisions',
  operationId: 'decideExtension',
  summary: 'Grant or refuse an extension, as another office than the applicant’s',
  params: extensionParams,
  body: extensionDecisionBody,
  answers: { 201: { description: 'Decided', schema: phaseActSchema } },
  problems: [
    'unknown-extension',
    'not-office-holder',
    'own-matter',
    'extension-decided',
    'extension-lapsed',
    'extension-limit',
    'extension-date-invalid',
    'opinion-required',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { id, extension } = input.params;
    const { grant, dueOn = null, opinion } = input.body;
    const [, phase = ''] = extension.split('.');
    return performAct(
      {
        programmeId: id,
        command: { type: 'DecideExtension', extension, grant, dueOn, opinion },
        answer: phaseAct(phase),
        phase,
      },
      input,
      deps,
    );
  },
});

const suspendProgramme = route({
  ...ACT,
  ...ONCE,
  path: '/v1/programmes/{id}/suspensions',
  operationId: 'suspendProgramme',
  summary: 'Stop the clock of a programme',
  params: programmeParams,
  body: reasonBody,
  answers: { 201: { description: 'Suspended', schema: programmeActSchema } },
  problems: ['not-office-holder', 'programme-not-active'],
  handle: (input, deps) =>
    performAct(
      {
        programmeId: input.params.id,
        command: { type: 'SuspendProgramme', reason: input.body.reason },
        answer: programmeAct,
      },
      input,
      deps,
    ),
});

const resumeProgramme = route({
  ...ACT,
  ...ONCE,
  path: '/v1/programmes/{id}/resumptions',
  operationId: 'resumeProgramme',
  summary: 'Let the clock go on; every date that is not over moves by the days it stood still',
  params: programmeParams,
  body: reasonBody,
  answers: { 201: { description: 'Resumed', schema: programmeActSchema } },
  problems: ['not-office-holder', 'programme-not-active', 'parent-suspended'],
  handle: (input, deps) =>
    performAct(
      {
        programmeId: input.params.id,
        command: { type: 'ResumeProgramme', reason: input.body.reason },
        answer: programmeAct,
      },
      input,
      deps,
    ),
});

const acceptGoodCause = route({
  ...ACT,
  ...ONCE,
  path: '/v1/programmes/{id}/phases/{phase}/good-causes',
  operationId: 'acceptGoodCause',
  summary: 'Accept a good cause, which stops the climb; the deadline stays missed',
  params: phaseParams,
  body: goodCauseBody,
  answers: { 201: { description: 'Accepted', schema: phaseActSchema } },
  problems: [
    'unknown-phase',
    ...OF_A_PERIOD,
    'phase-not-open',
    'stale-round',
    'not-office-holder',
    'own-matter',
    'no-deciding-office',
    'climb-not-begun',
    'climb-stopped',
    'programme-not-active',
  ],
  handle: (input, deps) => {
    const { id, phase } = input.params;
    return performAct(
      {
        programmeId: id,
        command: { type: 'AcceptGoodCause', phase, ...input.body },
        answer: phaseAct(phase),
        phase,
      },
      input,
      deps,
    );
  },
});

const requestReview = route({
  ...ACT,
  ...ONCE,
  path: '/v1/escalations/{id}/reviews',
  operationId: 'requestReview',
  summary: 'Appeal against a rung, for a responsible office',
  params: escalatedParams,
  body: reviewBody,
  answers: { 201: { description: 'Requested', schema: reviewActSchema } },
  problems: [
    'unknown-escalation',
    'not-responsible',
    'review-requested-before',
    'review-too-late',
    'no-deciding-office',
    'programme-not-active',
  ],
  handle: (input, deps) =>
    performAct(
      {
        programmeId: programmeOf(input.params.id),
        command: {
          type: 'RequestReview',
          escalationId: input.params.id,
          grounds: input.body.grounds,
        },
        answer: reviewAct,
      },
      input,
      deps,
    ),
});

const decideReview = route({
  ...ACT,
  ...ONCE,
  path: '/v1/reviews/{id}/decisions',
  operationId: 'decideReview',
  summary: 'Uphold a rung or strike it',
  params: reviewParams,
  body: reviewDecisionBody,
  answers: { 201: { description: 'Decided', schema: programmeActSchema } },
  problems: [
    'unknown-review',
    'not-office-holder',
    'own-matter',
    'review-decided',
    'programme-not-active',
  ],
  handle: (input, deps) =>
    performAct(
      {
        programmeId: programmeOf(input.params.id),
        command: { type: 'DecideReview', review: input.params.id, ...input.body },
        answer: programmeAct,
      },
      input,
      deps,
    ),
});

const decideAccountability = route({
  ...ACT,
  ...ONCE,
  path: '/v1/escalations/{id}/accountability-decisions',
  operationId: 'decideAccountability',
  summary: 'Decide about a proposal of accountability; nothing follows by itself',
  params: escalatedParams,
  body: accountabilityBody,
  answers: { 201: { description: 'Decided', schema: programmeActSchema } },
  problems: [
    'unknown-escalation',
    'no-accountability-proposed',
    'accountability-decided',
    'rung-struck',
    'review-pending',
    'no-deciding-office',
    'not-office-holder',
    'own-matter',
    'programme-not-active',
  ],
  handle: (input, deps) =>
    performAct(
      {
        programmeId: programmeOf(input.params.id),
        command: { type: 'DecideAccountability', escalationId: input.params.id, ...input.body },
        answer: programmeAct,
      },
      input,
      deps,
    ),
});

const listPending = route({
  method: 'get',
  path: '/v1/pending-decisions',
  operationId: 'listPendingDecisions',
  summary: 'Matters of time that wait for one’s offices, the most urgent first; at most 200',
  tag: TAG,
  permission: 'signed-in',
  answers: { 200: { description: 'What waits', schema: pendingList } },
  handle: async (input, deps) => {
    const rows = await deps.reads.pendingDecisions(personOf(input).id, deps.clock.now());
    await knowDefinitions(rows, deps);
    const names = await deps.reads.names(peopleOf(rows));
    const items = rows.map((row) => pendingView(row, definitionOf(row.definition, deps), names));
    return { status: 200, body: { items } };
  },
});

export const timeRoutes: readonly Route[] = [
  requestExtension,
  decideExtension,
  suspendProgramme,
  resumeProgramme,
  acceptGoodCause,
  requestReview,
  decideReview,
  decideAccountability,
  listPending,
];

/** Ids of escalations and reviews begin with their programme's. */
function programmeOf(id: string): string {
  return id.split('.', 1)[0] ?? '';
}
