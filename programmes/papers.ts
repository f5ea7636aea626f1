/** The papers clause by clause: every dated, counted or procedural demand that a definition holds, and how the document lists them. */
import type { DayOfPeriod, DutyDefinition } from '../domain/definition/duty-types.ts';
import type { Comparator, IndicatorDefinition } from '../domain/definition/indicator-types.ts';
import { derivedKey } from '../domain/definition/phase-key.ts';
import type {
  Definition,
  DeliverableDefinition,
  Localised,
  PhaseDefinition,
} from '../domain/definition/types.ts';

export type DemandKind = 'phase' | 'deliverable' | 'duty' | 'target' | 'rollout' | 'inspection';

export interface Demand {
  /** Short name of the paper, `LX` or `DG1` to `DG7`. */
  readonly paper: string;
  readonly clause: string;
  readonly definition: string;
  readonly kind: DemandKind;
  /** Key of the phase, duty, target phase or roll-out; of a deliverable with its place. */
  readonly key: string;
  readonly title: Localised;
  /** Dates, counts and rules. */
  readonly when: Localised;
}

/** Published before papers had short names. */
const EARLIER_CODES: Readonly<Record<string, string>> = { 'langxia-transition': 'LX' };

const KINDS: Readonly<Record<DemandKind, Localised>> = {
  phase: { zh: '阶段', en: 'phase' },
  deliverable: { zh: '交付物', en: 'deliverable' },
  duty: { zh: '常态任务', en: 'duty' },
  target: { zh: '指标', en: 'target' },
  rollout: { zh: '逐单位推广', en: 'roll-out' },
  inspection: { zh: '抽查验收', en: 'inspection' },
};

const COMPARATORS: Readonly<Record<Comparator, string>> = {
  'at-least': '≥',
  'at-most': '≤',
  'more-than': '>',
  'less-than': '<',
  'equal-to': '=',
};

export function paperOf(definition: Definition): string {
  return definition.source.code ?? EARLIER_CODES[definition.key] ?? definition.key;
}

/** Every demand of a definition, in its own order. */
export function demandsOf(definition: Definition): readonly Demand[] {
  const base = { paper: paperOf(definition), definition: definition.key };
  return [
    ...definition.phases.flatMap((phase) => ofPhase(phase)),
    ...(definition.duties ?? []).flatMap((duty) => ofDuty(duty)),
    ...(definition.indicators ?? []).flatMap((indicator) => ofIndicator(indicator)),
    ...(definition.rollouts ?? []).flatMap((rollout) => ofRollout(rollout)),
  ].map((demand) => ({ ...base, ...demand }));
}

/** The title of the test that shows the demand. */
export function testTitle({ paper, clause, definition, kind, key }: Demand): string {
  return `${paper} clause ${clause}: ${definition} ${kind} ${key}`;
}

/** The document that lists them, by paper and clause; the latest version of each definition. */
export function papersMarkdown(definitions: readonly Definition[]): string {
  const papers = [...new Set(definitions.map(paperOf))].toSorted(comparePapers);
  return [
    '# The papers, clause by clause',
    '',
    'Written by `npm run openapi` from the definitions in `programmes/`. Every row is run by the test of the same name in',
    '`test/unit/programmes/papers.test.ts`, on paper by the rules of a real programme.',
    '',
    ...papers.flatMap((paper) => section(paper, definitions)),
  ].join('\n');
}

type Part = Omit<Demand, 'paper' | 'definition'>;

function ofPhase(phase: PhaseDefinition): readonly Part[] {
  const { key, clause, title, window, optional } = phase;
  const dates = `${window.from} – ${window.to}`;
  const free = optional === undefined ? { zh: '', en: '' } : { zh: '，非必办', en: ', optional' };
  return [
    {
      kind: 'phase',
      key,
      clause,
      title,
      when: { zh: `${dates}${free.zh}`, en: `${dates}${free.en}` },
    },
    ...phase.deliverables.map((deliverable) => ofDeliverable(deliverable, key)),
  ];
}

function ofDeliverable(deliverable: DeliverableDefinition, place: string): Part {
  const { key, clause, title, checks = [], disclosure } = deliverable;
  const rules = [
    ...checks.map(({ name }) => `\`${name}\``),
    ...(disclosure === undefined ? [] : [`${disclosure.minimumDays} 天 days`]),
    ...(disclosure?.enteredSameDay === true ? ['同日录入 entered the same day'] : []),
  ].join(', ');
  return {
    kind: 'deliverable',
    key: `${place}/${key}`,
    clause,
    title,
    when: { zh: rules, en: '' },
  };
}

function ofDuty(duty: DutyDefinition): readonly Part[] {
  const { key, clause, title, every, from, until, due } = duty;
  const words = {
    month: { zh: '每月', en: 'monthly' },
    quarter: { zh: '每季度', en: 'quarterly' },
    'half-year': { zh: '每半年', en: 'twice a year' },
    year: { zh: '每年', en: 'yearly' },
  }[every];
  const day = dayText(due);
  return [
    {
      kind: 'duty',
      key,
      clause,
      title,
      when: {
        zh: `${words.zh}${day.zh}前，${from} 起${until === null ? '' : `至 ${until}`}`,
        en: `${words.en} by ${day.en}, from ${from}${until === null ? '' : ` to ${until}`}`,
      },
    },
    ...duty.deliverables.map((deliverable) => ofDeliverable(deliverable, key)),
  ];
}

function dayText({ month, day }: DayOfPeriod): Localised {
  return month === 1
    ? { zh: `${day}日`, en: `day ${day}` }
    : { zh: `第${month}个月${day}日`, en: `day ${day} of month ${month}` };
}

function ofIndicator(indicator: IndicatorDefinition): readonly Part[] {
  const { key, clause, title, unit, comparator } = indicator;
  const units = { percent: ' %', count: '', 'per-10000': ' / 10,000', hours: ' h' }[unit];
  return indicator.targets.map((target) => {
    const text = `${COMPARATORS[comparator]} ${grouped(target.value)}${units}, ${target.on}`;
    return {
      kind: 'target',
      key: derivedKey(key, target.key),
      clause,
      title,
      when: { zh: text, en: target.counting === 'within' ? `built from ${target.from}` : '' },
    };
  });
}

/** `10,000` */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function ofRollout({
  key,
  clause,
  title,
  unitSet,
  definition,
  inspection,
}: NonNullable<Definition['rollouts']>[number]): readonly Part[] {
  const rollout: Part = {
    kind: 'rollout',
    key,
    clause,
    title,
    when: { zh: `\`${unitSet}\``, en: `each runs \`${definition.key}\`` },
  };
  if (inspection === undefined) return [rollout];
  const { sharePercent, least } = inspection;
  return [
    rollout,
    {
      kind: 'inspection',
      key,
      clause: inspection.clause,
      title,
      when: { zh: `${sharePercent} %，至少 ${least}`, en: `at least ${least}` },
    },
  ];
}

function section(paper: string, definitions: readonly Definition[]): readonly string[] {
  const own = definitions.filter((definition) => paperOf(definition) === paper);
  const [title] = own.map(({ source }) => source.paper);
  const rows = own
    .flatMap(demandsOf)
    .toSorted((a, b) => compareClauses(a.clause, b.clause))
    .map((demand) => rowOf(demand));
  return [
    `## ${paper} · ${title?.zh ?? ''}`,
    '',
    title?.en ?? '',
    '',
    '| clause 条 | demand 要求 | kind 类别 | when 日期与规则 | test 测试 |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

function rowOf(demand: Demand): string {
  const { clause, title, kind, when } = demand;
  const rules = [when.zh, when.en].filter((text) => text !== '').join(' · ');
  const label = KINDS[kind];
  const cells = [
    clause,
    `${title.zh} · ${title.en}`,
    `${label.zh} ${label.en}`,
    rules,
    testTitle(demand),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** `LX` first, as it is the town's; then by number. */
function comparePapers(a: string, b: string): number {
  if (a.startsWith('LX') !== b.startsWith('LX')) return a.startsWith('LX') ? -1 : 1;
  return a.localeCompare(b, 'en', { numeric: true });
}

function compareClauses(a: string, b: string): number {
  return a.localeCompare(b, 'zh', { numeric: true });
}
