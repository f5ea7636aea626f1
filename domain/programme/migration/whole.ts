/** What stands in the way of a move as a whole, whatever its phases. */
import { canonicalText } from '../../audit/canonical.ts';
import type { Localised } from '../../definition/localised.ts';
import type { Definition } from '../../definition/types.ts';
import type { PhaseState, ProgrammeState } from '../state.ts';
import { pendingExtension } from '../time/extensions.ts';
import type { MigrationRequest } from './preview-types.ts';

const CALENDAR = {
  zh: '新版本采用另一工作日历，不能在实施中变更。',
  en: 'The new version counts by another calendar, which cannot be changed under way.',
};
const NOTHING = {
  zh: '新版本没有可继续实施的阶段。',
  en: 'No phase would be left to go on with.',
};
const UNITS = {
  zh: '新版本的单位名册或推开安排不同，名册在启动时已经固定，不能变更。',
  en: 'The new version has other sets of units or roll-outs, and these were frozen at activation.',
};

export function obstaclesOf(request: MigrationRequest, phases: number): readonly Localised[] {
  const { from, to } = request;
  return [
    ...(from.calendar === to.calendar ? [] : [CALENDAR]),
    ...(phases > 0 ? [] : [NOTHING]),
    ...(unitsOf(from) === unitsOf(to) ? [] : [UNITS]),
    ...officesMissing(request).map(missingWords),
  ];
}

/** What the frozen sets and the unit programmes rest on; titles and inspections may change. */
function unitsOf({ unitSets = [], rollouts = [] }: Definition): string {
  return canonicalText({
    sets: unitSets.map(({ key, within }) => ({ key, within })),
    rollouts: rollouts.map(({ key, unitSet, definition }) => ({ key, unitSet, definition })),
  });
}

/** Offices of which something is asked now that the new version no longer has: nobody could do it. */
function officesMissing({ state, to, now }: MigrationRequest): readonly string[] {
  const asked = new Set([
    ...state.phases.flatMap((phase) => askedIn(phase, now)),
    ...openReviews(state),
  ]);
  return [...asked].filter((office) => !to.offices.some(({ key }) => key === office));
}

/** Beside what the definition itself asks of its offices. */
function askedIn(phase: PhaseState, now: string): readonly string[] {
  if (phase.status !== 'open') return [];
  const extension = pendingExtension(phase, now);
  const signers = phase.steps.flatMap(({ changes = [] }) =>
    changes.flatMap((change) => {
      if (change.kind === 'transfer') return [change.to];
      return change.kind === 'add' ? [change.office] : [];
    }),
  );
  const consulted = phase.steps.flatMap(({ consultations = [] }) =>
    consultations.flatMap((one) => (one.status === 'open' ? [one.consulted] : [])),
  );
  const answering = phase.rungs.flatMap((rung) =>
    rung.answeredBy === null && rung.struck !== true ? rung.responsible : [],
  );
  const deciding = extension === null ? [] : [extension.decider];
  return [...signers, ...consulted, ...answering, ...deciding];
}

function openReviews({ matters }: ProgrammeState): readonly string[] {
  return matters.flatMap(({ review }) => (review?.status === 'open' ? [review.decider] : []));
}

function missingWords(office: string): Localised {
  return {
    zh: `职务“${office}”尚有待办事项，新版本不再设该职务。`,
    en: `Something is still asked of office “${office}”, which the new version no longer has.`,
  };
}
