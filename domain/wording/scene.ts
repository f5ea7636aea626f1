/** What the sentences of a notification are made of: titles in the reader's language, and what concerns the reader's offices. */
import type { LocalDate } from '../calendar/types.ts';
import { bodyOf } from '../definition/policy.ts';
import { targetOf } from '../definition/indicator-phase.ts';
import { phaseOf } from '../definition/phase-of.ts';
import type {
  Definition,
  Locale,
  Localised,
  PhaseDefinition,
  RungKey,
} from '../definition/types.ts';
import { explainMeasurement, explainTarget, type MeasurementSaid } from '../indicators/explain.ts';
import { rungLabels } from './labels.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A title longer than this is cut in a subject line; the text carries it whole. */
const SUBJECT_TITLE_LENGTH = 30;

export interface SceneInput {
  readonly definition: Definition;
  readonly programmeTitle: string;
  /** The offices for which the reader is told; usually one. */
  readonly offices: readonly string[];
  readonly locale: Locale;
}

export interface Scene {
  readonly programme: string;
  /** The reader's offices by title. */
  readonly reader: string;
  readonly owner: string;
  phase(key: string): string;
  /** Short enough for a subject line. */
  phaseInSubject(key: string): string;
  step(phase: string, key: string): string;
  offices(keys: readonly string[]): string;
  rung(key: RungKey): string;
  /** Titles of the deliverables of the phase that the reader's offices owe. */
  owed(phase: string): readonly string[];
  /** Titles of these deliverables of the phase. */
  deliverables(phase: string, keys: readonly string[]): readonly string[];
  /** The body whose meeting the reader's offices record in the step; null where they decide by themselves. */
  body(phase: string, step: string): string | null;
  /** Whether one of the reader's offices is among these. */
  concerns(offices: readonly string[]): boolean;
  date(day: LocalDate): string;
  /** Without the year, where space is short. */
  shortDate(day: LocalDate): string;
  /** Whether the phase is a target of an indicator. */
  isTarget(phase: string): boolean;
  /** What a target asks for, as a sentence without its full stop. */
  asked(phase: string): string;
  /** What was found when a target was measured, likewise. */
  measured(data: MeasurementSaid & { readonly phase: string }): string;
}

export function createScene(input: SceneInput): Scene {
  const { definition, locale } = input;
  const find = (key: string): PhaseDefinition | null => phaseOf(definition, key);
  const office = (key: string): string => titleAmong(definition.offices, key, locale);
  const offices = (keys: readonly string[]): string =>
    keys.map(office).join(locale === 'zh' ? '、' : ', ');
  const phase = (key: string): string => find(key)?.title[locale] ?? key;
  return {
    programme: input.programmeTitle,
    reader: offices(input.offices),
    owner: office(definition.owner),
    phase,
    phaseInSubject: (key) => shorten(phase(key)),
    step: (phaseKey, key) => titleAmong(find(phaseKey)?.steps ?? [], key, locale),
    offices,
    rung: (key) =>
      (definition.ladder.rungs.find((rung) => rung.key === key)?.title ?? rungLabels[key])[locale],
    owed: (phaseKey) =>
      (find(phaseKey)?.deliverables ?? [])
        .filter(
          ({ office: owing, afterStep }) =>
            afterStep === undefined && input.offices.includes(owing),
        )
        .map((deliverable) => deliverable.title[locale]),
    deliverables: (phaseKey, keys) =>
      keys.map((key) => titleAmong(find(phaseKey)?.deliverables ?? [], key, locale)),
    body: (phaseKey, key) => {
      const policy = find(phaseKey)?.steps.find((step) => step.key === key)?.policy;
      const bodies = policy === undefined ? [] : input.offices.map((own) => bodyOf(policy, own));
      return bodies.find((body) => body !== undefined)?.title[locale] ?? null;
    },
    concerns: (keys) => keys.some((key) => input.offices.includes(key)),
    date: (day) => formatDate(day, locale),
    shortDate: (day) => formatDate(day, locale).replace(/^\d+年| \d+$/, ''),
    ...targetsIn(definition, locale),
  };
}

/** What the sentences about targets are made of. */
function targetsIn(
  definition: Definition,
  locale: Locale,
): Pick<Scene, 'isTarget' | 'asked' | 'measured'> {
  return {
    isTarget: (key) => targetOf(definition, key) !== null,
    asked: (key) => {
      const found = targetOf(definition, key);
      return found === null ? key : explainTarget(found)[locale];
    },
    measured: (data) => {
      const found = targetOf(definition, data.phase);
      return found === null
        ? data.phase
        : explainMeasurement(data, found.indicator, definition)[locale];
    },
  };
}

/** `2013年10月15日` or `15 October 2013`. */
export function formatDate(day: LocalDate, locale: Locale): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (locale === 'zh') return `${year}年${month}月${date}日`;
  return `${date} ${MONTHS[month - 1] ?? String(month)} ${year}`;
}

interface Titled {
  readonly key: string;
  readonly title: Localised;
}

/** A key that the definition does not know stands for itself, so that no notification is lost over a word. */
function titleAmong(items: readonly Titled[], key: string, locale: Locale): string {
  return items.find((item) => item.key === key)?.title[locale] ?? key;
}

function shorten(title: string): string {
  const characters = Array.from(title);
  if (characters.length <= SUBJECT_TITLE_LENGTH) return title;
  return `${characters
    .slice(0, SUBJECT_TITLE_LENGTH - 1)
    .join('')
    .trimEnd()}…`;
}
