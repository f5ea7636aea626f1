/**
 * The chain 四议两公开 as six phases, each after the one before: the party organisation proposes, the two committees confer, the party
 * members' assembly reviews, the representatives resolve; the resolution is disclosed, and so is the result of carrying it out.
 */
import { z } from 'zod';
import { addDays } from '../../domain/calendar/dates.ts';
import type { BodyPolicy, Policy } from '../../domain/definition/policy.ts';
import type {
  DeliverableDefinition,
  PhaseDefinition,
  Window,
} from '../../domain/definition/types.ts';
import { date, localised, word } from './bricks.ts';

const STAGES = [
  'propose',
  'confer',
  'review',
  'resolve',
  'disclose-resolution',
  'disclose-result',
] as const;
type Stage = (typeof STAGES)[number];

const duration = z.union([z.int().min(1).max(3_660), z.strictObject({ from: date, to: date })]);
const share = {
  rule: z.enum(['at-least', 'more-than']),
  numerator: z.int(),
  denominator: z.int(),
};
const bodyRule = z.strictObject({
  ballot: z.enum(['secret', 'named']).exactOptional(),
  quorum: z.strictObject(share).exactOptional(),
  majority: z
    .strictObject({ ...share, of: z.enum(['eligible', 'present', 'votes']) })
    .exactOptional(),
});
const days = z.int().min(1).max(3_660);

export const fourDeliberationsSchema = z.strictObject({
  chain: z.literal('four-deliberations-two-disclosures'),
  /** The phases are keyed `<key>-propose` and so on. */
  key: word,
  /** The matter that is deliberated. */
  title: localised,
  clause: word,
  from: date,
  /** Days from the end of the stage before, or a window. */
  days: z
    .strictObject({
      propose: duration.exactOptional(),
      confer: duration.exactOptional(),
      review: duration.exactOptional(),
      resolve: duration.exactOptional(),
      'disclose-resolution': duration.exactOptional(),
      'disclose-result': duration.exactOptional(),
    })
    .exactOptional(),
  after: z.array(word).max(200),
  offices: z.strictObject({
    /** Approves the proposal. */
    party: word,
    /** These three record the meetings of their bodies. */
    committees: word,
    members: word,
    representatives: word,
    /** Posts the disclosures. */
    disclosing: word,
    /** Writes proposal, minutes and resolution; the disclosing office where none is named. */
    drafting: word.exactOptional(),
    /** Signs the disclosures off; the owner of the definition where none is named. */
    supervising: word.exactOptional(),
  }),
  rules: z
    .strictObject({
      committees: bodyRule.exactOptional(),
      members: bodyRule.exactOptional(),
      representatives: bodyRule.exactOptional(),
      /** For how many days each disclosure must be posted. */
      minimumDays: z.strictObject({ resolution: days, result: days }).exactOptional(),
    })
    .exactOptional(),
});

export type FourDeliberations = z.output<typeof fourDeliberationsSchema>;

const DAYS: Readonly<Record<Stage, number>> = {
  propose: 7,
  confer: 7,
  review: 7,
  resolve: 14,
  'disclose-resolution': 14,
  'disclose-result': 14,
};
/** As posting notices is done; the papers give no number. */
const MINIMUM_DAYS = { resolution: 7, result: 7 };

const TITLES: Readonly<Record<Stage, { readonly zh: string; readonly en: string }>> = {
  propose: { zh: '党组织提议', en: 'the party organisation proposes' },
  confer: { zh: '“两委”会商议', en: 'the two committees confer' },
  review: { zh: '党员大会审议', en: 'the party members review' },
  resolve: { zh: '代表会议决议', en: 'the representatives resolve' },
  'disclose-resolution': { zh: '决议公开', en: 'the resolution is disclosed' },
  'disclose-result': { zh: '实施结果公开', en: 'the result is disclosed' },
};

const HALF = { numerator: 1, denominator: 2 };
const BODIES = {
  committees: {
    title: { zh: '村（社区）“两委”会议', en: 'The two committees' },
    ballot: 'named',
    quorum: { rule: 'more-than', ...HALF },
  },
  members: {
    title: { zh: '党员大会', en: 'The party members’ assembly' },
    ballot: 'secret',
    quorum: { rule: 'at-least', ...HALF },
  },
  representatives: {
    title: { zh: '居民（村民）代表会议', en: 'The representatives’ meeting' },
    ballot: 'secret',
    quorum: { rule: 'at-least', numerator: 2, denominator: 3 },
  },
} as const;

/** Keys of the chain's phases, in order. */
export function stageKeys({ key }: Pick<FourDeliberations, 'key'>): readonly string[] {
  return STAGES.map((stage) => `${key}-${stage}`);
}

/** @param owner the office that signs the disclosures off where the chain names none */
export function expandFourDeliberations(
  chain: FourDeliberations,
  owner: string,
): readonly PhaseDefinition[] {
  const keys = stageKeys(chain);
  const windows = windowsOf(chain);
  return STAGES.map((stage, index) => {
    const before = keys[index - 1];
    return {
      key: keys[index] ?? stage,
      title: {
        zh: `${chain.title.zh}：${TITLES[stage].zh}`,
        en: `${chain.title.en}: ${TITLES[stage].en}`,
      },
      clause: chain.clause,
      window: windows[index] ?? { from: chain.from, to: chain.from },
      after: before === undefined ? chain.after : [before],
      deliverables: deliverablesOf(stage, chain),
      steps: [{ key: stage, title: TITLES[stage], policy: policyOf(stage, chain, owner) }],
    };
  });
}

/** One after the other; what is given in days begins on the day after the stage before. */
function windowsOf(chain: FourDeliberations): readonly Window[] {
  let next = chain.from;
  return STAGES.map((stage) => {
    const length = chain.days?.[stage] ?? DAYS[stage];
    const window =
      typeof length === 'number' ? { from: next, to: addDays(next, length - 1) } : length;
    next = addDays(window.to, 1);
    return window;
  });
}

function policyOf(stage: Stage, { offices, rules }: FourDeliberations, owner: string): Policy {
  const body = (name: keyof typeof BODIES): BodyPolicy => ({
    kind: 'body',
    office: offices[name],
    ...BODIES[name],
    majority: { rule: 'more-than', ...HALF, of: 'present' },
    ...rules?.[name],
  });
  switch (stage) {
    case 'propose':
      return { kind: 'office', office: offices.party };
    case 'confer':
      return body('committees');
    case 'review':
      return body('members');
    case 'resolve':
      return body('representatives');
    case 'disclose-resolution':
    case 'disclose-result':
      return { kind: 'office', office: offices.supervising ?? owner };
  }
}

function deliverablesOf(stage: Stage, chain: FourDeliberations): readonly DeliverableDefinition[] {
  const { clause, offices } = chain;
  const office = offices.drafting ?? offices.disclosing;
  const minimumDays = chain.rules?.minimumDays ?? MINIMUM_DAYS;
  const meeting = [PAPERS.minutes, PAPERS.attendance].map((paper) => ({
    ...paper,
    clause,
    office,
  }));
  switch (stage) {
    case 'propose':
      return [{ ...PAPERS.proposal, clause, office }];
    case 'confer':
    case 'review':
      return meeting;
    case 'resolve':
      return [...meeting, { ...PAPERS.resolution, clause, office }];
    case 'disclose-resolution':
      return [posting(chain, PAPERS.disclosedResolution, minimumDays.resolution)];
    case 'disclose-result':
      return [posting(chain, PAPERS.disclosedResult, minimumDays.result)];
  }
}

type Paper = Pick<DeliverableDefinition, 'key' | 'title'>;

function posting(
  { clause, offices }: FourDeliberations,
  paper: Paper,
  minimumDays: number,
): DeliverableDefinition {
  const disclosure = { minimumDays, enteredSameDay: false };
  return { ...paper, clause, kind: 'disclosure', office: offices.disclosing, disclosure };
}

const PAPERS = {
  proposal: { key: 'proposal', title: { zh: '议案', en: 'Proposal' }, kind: 'document' },
  minutes: { key: 'minutes', title: { zh: '会议记录', en: 'Minutes' }, kind: 'minutes' },
  attendance: {
    key: 'attendance',
    title: { zh: '签到表', en: 'Attendance list' },
    kind: 'document',
  },
  resolution: { key: 'resolution', title: { zh: '决议', en: 'Resolution' }, kind: 'document' },
  disclosedResolution: {
    key: 'disclosure',
    title: { zh: '决议公告', en: 'Disclosure of the resolution' },
  },
  disclosedResult: {
    key: 'disclosure',
    title: { zh: '实施结果公告', en: 'Disclosure of the result' },
  },
} as const;
