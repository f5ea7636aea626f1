/** A sign-off policy and how far it is, as one sentence in each language. */
import type { Locale, Localised } from './localised.ts';
import type { BodyPolicy, Policy, PolicyOutcome, Share, TitleOf } from './policy-types.ts';

/** How far a policy is, counted in offices. */
export interface PolicyProgress {
  readonly outcome: PolicyOutcome;
  readonly total: number;
  readonly approved: number;
  readonly next: readonly Localised[];
  readonly abstained: readonly Localised[];
  readonly rejected: readonly Localised[];
}

type Group = Exclude<Policy, { kind: 'office' | 'body' | 'veto' }>;

/** What differs between the languages; everything else of a sentence is the same. */
interface Grammar {
  readonly nobody: string;
  readonly agrees: (office: string) => string;
  /** Of a signer who was added: he may object, and agrees for nobody. */
  readonly heard: (office: string) => string;
  readonly passes: (body: BodyPolicy) => string;
  readonly vetoed: (condition: string, names: readonly string[]) => string;
  readonly enclosed: (condition: string) => string;
  readonly inOrder: (conditions: readonly string[]) => string;
  readonly together: (conditions: readonly string[]) => string;
  readonly ofOffices: (group: Group, names: readonly string[]) => string;
  readonly ofConditions: (group: Group, conditions: readonly string[]) => string;
  readonly sentence: (condition: string, progress: readonly string[]) => string;
  readonly approved: (approved: number, total: number) => string;
  readonly next: (names: readonly string[]) => string;
  readonly abstained: (names: readonly string[]) => string;
  readonly rejected: (names: readonly string[]) => string;
  readonly outcome: Readonly<Record<PolicyOutcome, string>>;
}

const NUMBERS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

const DENOMINATORS: Readonly<Record<BodyPolicy['majority']['of'], Localised>> = {
  eligible: { zh: '应到人数', en: 'those eligible' },
  present: { zh: '实到人数', en: 'those present' },
  votes: { zh: '投票人数', en: 'the votes cast' },
};

const GRAMMARS: Readonly<Record<Locale, Grammar>> = {
  zh: {
    nobody: '（未设签批人）',
    agrees: (office) => `${office}同意`,
    heard: (office) => `听取${office}意见`,
    passes: ({ title, quorum, majority }) =>
      `${title.zh}表决通过（${shareZh(quorum, '应到人数')}到会，${shareZh(majority, DENOMINATORS[majority.of].zh)}赞成）`,
    vetoed: (condition, names) => `${condition}，${names.join('、')}有一票否决权`,
    enclosed: (condition) => `「${condition}」`,
    inOrder: (conditions) => `先${conditions.join('，再')}`,
    together: (conditions) => conditions.join('，并'),
    ofOffices: (group, names) => `${names.join('、')}${quantityZh(group, '者', '同意')}`,
    ofConditions: (group, conditions) =>
      `${conditions.join('、')}${quantityZh(group, '项', '满足')}`,
    sentence: (condition, progress) => `须${condition}（${progress.join('；')}）`,
    approved: (approved, total) => `已同意 ${approved}/${total}`,
    next: (names) => `待${names.join('、')}签批`,
    abstained: (names) => `${names.join('、')}弃权`,
    rejected: (names) => `${names.join('、')}不同意`,
    outcome: { open: '', approved: '已通过', rejected: '未通过' },
  },
  en: {
    nobody: 'nobody may decide',
    agrees: (office) => `${office} must agree`,
    heard: (office) => `${office} must be heard`,
    passes: ({ title, quorum, majority }) =>
      `${title.en} must pass it (present: ${shareEn(quorum, 'those eligible')}; in favour: ${shareEn(majority, DENOMINATORS[majority.of].en)})`,
    vetoed: (condition, names) =>
      `${condition}, and ${listEn(names)} ${names.length === 1 ? 'has' : 'have'} a veto`,
    enclosed: (condition) => `(${condition})`,
    inOrder: (conditions) => `first ${conditions.join(', then ')}`,
    together: (conditions) => conditions.join(', and '),
    ofOffices: (group, names) => `${quantityEn(group)} ${listEn(names)} must agree`,
    ofConditions: (group, conditions) =>
      `${quantityEn(group)} these must hold: ${listEn(conditions)}`,
    sentence: (condition, progress) => `${capitalised(condition)} (${progress.join('; ')})`,
    approved: (approved, total) => `${approved} of ${total} have`,
    next: (names) => `next: ${listEn(names)}`,
    abstained: (names) => `abstained: ${listEn(names)}`,
    rejected: (names) => `rejected: ${listEn(names)}`,
    outcome: { open: '', approved: 'approved', rejected: 'not approved' },
  },
};

export function wordPolicy(policy: Policy, titleOf: TitleOf, progress: PolicyProgress): Localised {
  const sentence = (locale: Locale): string => {
    const grammar = GRAMMARS[locale];
    const name = (office: string): string => titleOf(office)[locale];
    return grammar.sentence(conditionOf(policy, name, grammar), partsOf(progress, locale));
  };
  return { zh: sentence('zh'), en: sentence('en') };
}

/** What a policy asks for, while nobody has been asked. */
export function wordCondition(policy: Policy, titleOf: TitleOf): Localised {
  const condition = (locale: Locale): string =>
    conditionOf(policy, (office) => titleOf(office)[locale], GRAMMARS[locale]);
  return { zh: `须${condition('zh')}`, en: capitalised(condition('en')) };
}

function conditionOf(policy: Policy, name: (office: string) => string, grammar: Grammar): string {
  if (policy.kind === 'office') return grammar.agrees(name(policy.office));
  if (policy.kind === 'body') return grammar.passes(policy);
  if (policy.kind === 'veto') {
    const guarded = conditionOf(policy.of, name, grammar);
    return policy.by.length === 0 ? guarded : grammar.vetoed(guarded, policy.by.map(name));
  }
  return groupCondition(policy, name, grammar);
}

function groupCondition(policy: Group, name: (office: string) => string, grammar: Grammar): string {
  const [first, second] = policy.of;
  if (first === undefined) return grammar.nobody;
  if (second === undefined && policy.kind !== 'atLeast') return conditionOf(first, name, grammar);
  if ('decisive' in policy) return signerCondition(policy, name, grammar);
  const offices = policy.of.filter((part) => part.kind === 'office');
  if (offices.length === policy.of.length && policy.kind !== 'sequence') {
    return grammar.ofOffices(
      policy,
      offices.map((part) => name(part.office)),
    );
  }
  const conditions = policy.of.map((part) => enclosedCondition(part, name, grammar));
  return policy.kind === 'sequence'
    ? grammar.inOrder(conditions)
    : grammar.ofConditions(policy, conditions);
}

/** The part that speaks for the group must hold; the others are only heard, and with them whoever they asked for. */
function signerCondition(
  policy: Extract<Group, { kind: 'sequence' | 'all' }>,
  name: (office: string) => string,
  grammar: Grammar,
): string {
  const conditions = policy.of.map((part, index) => {
    if (index === policy.decisive) return enclosedCondition(part, name, grammar);
    return part.kind === 'office'
      ? grammar.heard(name(part.office))
      : grammar.enclosed(conditionOf(part, name, { ...grammar, agrees: grammar.heard }));
  });
  return policy.kind === 'sequence' ? grammar.inOrder(conditions) : grammar.together(conditions);
}

function enclosedCondition(
  part: Policy,
  name: (office: string) => string,
  grammar: Grammar,
): string {
  const condition = conditionOf(part, name, grammar);
  return part.kind === 'office' ? condition : grammar.enclosed(condition);
}

function partsOf(progress: PolicyProgress, locale: Locale): readonly string[] {
  const grammar = GRAMMARS[locale];
  const naming = (
    offices: readonly Localised[],
    word: (names: readonly string[]) => string,
  ): string => (offices.length === 0 ? '' : word(offices.map((office) => office[locale])));
  return [
    grammar.approved(progress.approved, progress.total),
    naming(progress.next, grammar.next),
    naming(progress.abstained, grammar.abstained),
    naming(progress.rejected, grammar.rejected),
    grammar.outcome[progress.outcome],
  ].filter((part) => part !== '');
}

/** `半数`, `三分之二`. */
export function shareOf({ numerator, denominator }: Share): string {
  const isHalf = numerator === 1 && denominator === 2;
  return isHalf ? '半数' : `${numberZh(denominator, '二')}分之${numberZh(numerator, '二')}`;
}

function shareZh(share: Share, of: string): string {
  return `${share.rule === 'more-than' ? '超过' : '不少于'}${of}的${shareOf(share)}`;
}

function shareEn({ rule, numerator, denominator }: Share, of: string): string {
  const isHalf = numerator === 1 && denominator === 2;
  const share = isHalf ? 'half' : `${numerator}/${denominator}`;
  return `${rule === 'more-than' ? 'more than' : 'at least'} ${share} of ${of}`;
}

function quantityZh(group: Group, unit: string, verb: string): string {
  switch (group.kind) {
    case 'sequence':
    case 'all':
      return `全部${verb}`;
    case 'any':
      return `任一${verb}`;
    case 'atLeast':
      return `${numberZh(group.of.length)}${unit}中至少${numberZh(group.count)}${unit}${verb}`;
  }
}

function quantityEn(group: Group): string {
  switch (group.kind) {
    case 'sequence':
    case 'all':
      return 'all of';
    case 'any':
      return 'any one of';
    case 'atLeast':
      return `at least ${group.count} of`;
  }
}

/** Two is said in one way when counting and in another in a fraction. */
function numberZh(count: number, two = '两'): string {
  return count === 2 ? two : (NUMBERS[count] ?? String(count));
}

function listEn(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
