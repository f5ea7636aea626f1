/** The published list of progress, as data and as a table for a spreadsheet. */
import { requirePhase } from '../../domain/programme/lookups.ts';
import { responsibleOffices } from '../../domain/programme/progress.ts';
import type { PhaseState } from '../../domain/programme/state.ts';
import type { Locale, Localised } from '../../domain/definition/types.ts';
import { compareProgress, lightOf, type Light } from '../../domain/indicators/progress-list.ts';
import { lightLabels } from '../../domain/wording/progress.ts';
import { csvOf } from './csv.ts';
import { targetsToday, wordsOf, type IndicatorScene, type TargetToday } from './indicator.ts';
import { officeTitle } from './office-title.ts';

export interface ProgressItem {
  readonly phase: string;
  readonly title: Localised;
  readonly clause: string;
  readonly kind: 'phase' | 'target';
  readonly office: Localised;
  readonly dueOn: string;
  readonly light: Light;
  readonly value: number | null;
  readonly required: number | null;
  readonly expected: number | null;
  readonly words: Localised;
}

/** @param at the instant at which the day is looked at: now for today, its end for a day that is over */
export function progressItems(scene: IndicatorScene, at: string): readonly ProgressItem[] {
  const targets = new Map(
    (scene.definition.indicators ?? [])
      .flatMap((indicator) => targetsToday(indicator, scene))
      .map((today) => [today.phase.key, today]),
  );
  return scene.state.phases
    .map((phase) => itemOf(phase, targets.get(phase.key) ?? null, { scene, at }))
    .toSorted(compareProgress);
}

export function progressCsv(items: readonly ProgressItem[], locale: Locale): string {
  const head = HEADS.map((title) => title[locale]);
  const rows = items.map((item, index) => [
    String(index + 1),
    item.title[locale],
    item.clause,
    item.office[locale],
    item.dueOn,
    lightLabels[item.light][locale],
    numberText(item.value),
    numberText(item.required),
    numberText(item.expected),
    item.words[locale],
  ]);
  return csvOf([head, ...rows]);
}

const HEADS: readonly Localised[] = [
  { zh: '序号', en: 'No.' },
  { zh: '事项', en: 'Item' },
  { zh: '条款', en: 'Clause' },
  { zh: '责任单位', en: 'Responsible' },
  { zh: '截止日期', en: 'Due' },
  { zh: '状态', en: 'State' },
  { zh: '当前值', en: 'Value' },
  { zh: '目标值', en: 'Target' },
  { zh: '序时进度', en: 'Even pace' },
  { zh: '进展情况', en: 'Progress' },
];

interface ListScene {
  readonly scene: IndicatorScene;
  readonly at: string;
}

function itemOf(
  phase: PhaseState,
  today: TargetToday | null,
  { scene, at }: ListScene,
): ProgressItem {
  const { definition, state } = scene;
  const view = requirePhase(state, definition, phase.key);
  const behind = today?.pace?.behind ?? null;
  const light = lightOf(phase, { zone: definition.zone, at, behind });
  return {
    phase: phase.key,
    title: view.definition.title,
    clause: view.definition.clause,
    kind: today === null ? 'phase' : 'target',
    office: officesIn(responsibleOf(view, definition.owner), scene),
    dueOn: phase.dueOn,
    light,
    ...numbersOf(today),
    words: (today === null ? null : wordsOf(today, definition)) ?? lightLabels[light],
  };
}

function numbersOf(
  today: TargetToday | null,
): Pick<ProgressItem, 'value' | 'required' | 'expected'> {
  if (today === null) return { value: null, required: null, expected: null };
  const { found, pace, target } = today;
  return {
    value: found?.value ?? null,
    required: target.value,
    expected: pace?.expected ?? null,
  };
}

function responsibleOf(
  view: Parameters<typeof responsibleOffices>[0],
  owner: string,
): readonly string[] {
  const responsible = responsibleOffices(view);
  return responsible.length > 0 ? responsible : [view.definition.lead ?? owner];
}

function officesIn(offices: readonly string[], { definition }: IndicatorScene): Localised {
  const titles = offices.map((office) => officeTitle(definition, office));
  return {
    zh: titles.map(({ zh }) => zh).join('、'),
    en: titles.map(({ en }) => en).join(', '),
  };
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value);
}
