/** An entry of the trail as a sentence: what happened, who did it and for whom, and what was said. */
import type { TFunction } from 'i18next';
import { eventTypes } from '../words/zh/trail-events.ts';
import { stateValues } from '../words/zh/trail-state.ts';
import type { Names, People, TrailEvent } from './types.ts';

export type EventType = keyof typeof eventTypes;
export type TrailWords = TFunction<'trail'>;

export interface Teller {
  readonly t: TrailWords;
  readonly names: Names;
}

type Data = Readonly<Record<string, unknown>>;

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventTypes, type);
}

export function typeText(type: string, t: TrailWords): string {
  return isEventType(type) ? t(`type.${type}`) : type;
}

export function valueText(value: string, t: TrailWords): string {
  return isValue(value) ? t(`value.${value}`) : value;
}

export function sentenceOf(event: TrailEvent, teller: Teller): string {
  const { t } = teller;
  if (!isEventType(event.type)) return t('unknownSentence', { type: event.type });
  const parts = partsOf(dataOf(event), teller);
  // What a sentence asks for stands in the data of its type; the words are typed by what any sentence asks for.
  return (t as (key: string, parts: object) => string)(`sentence.${event.type}`, parts);
}

/** Who did it: a person with the office, "B for A" where another office acted in place of a vacant one, or the clock. */
export function whoOf(event: TrailEvent, people: People, { t, names }: Teller): string {
  const name = names.person(event.actor, people);
  const data = dataOf(event);
  const acting = textOf(data['actingOffice']);
  const office = event.onBehalfOf ?? textOf(data['office']);
  if (event.actor === 'clock' || office === null || data['by'] !== event.actor) return name;
  if (acting === null) return t('whoOffice', { name, office: names.of('offices', office) });
  const offices = { acting: names.of('offices', acting), office: names.of('offices', office) };
  return t('whoActing', { name, ...offices });
}

const SAID = ['opinion', 'reason', 'grounds', 'progress', 'question', 'answer', 'note'] as const;

export interface Said {
  readonly label: (typeof SAID)[number];
  readonly text: string;
}

/** The words that somebody wrote with the act. */
export function saidIn(event: TrailEvent): readonly Said[] {
  const data = dataOf(event);
  return SAID.flatMap((label) => {
    const text = textOf(data[label]);
    return text === null || text === '' ? [] : [{ label, text }];
  });
}

export function dataOf({ data }: TrailEvent): Data {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function partsOf(data: Data, teller: Teller): Readonly<Record<string, string>> {
  const plain = Object.entries(data).map(([member, value]): [string, string] => [
    member,
    partOf(value, teller),
  ]);
  return {
    // A programme that has no English title is called by its own.
    ...{ titleEn: textOf(data['title']) ?? '', ...Object.fromEntries(plain) },
    ...namedParts(data, teller),
    ...judged(data, teller.t),
  };
}

/** A number or day as it is, a version by its key and number, a list by its length. */
function partOf(value: unknown, { t }: Teller): string {
  if (typeof value === 'string') return valueText(value, t);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return String(value.length);
  if (!isRecord(value)) return '';
  const { key, version } = value;
  return typeof version === 'number' ? `${textOf(key) ?? ''} v${String(version)}` : '';
}

const OFFICES = ['office', 'consulted', 'signer', 'decider', 'decidedBy', 'lead', 'asker'] as const;
const OFFICE_LISTS = ['offices', 'responsible'] as const;

function namedParts(data: Data, { names }: Teller): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  const phase = textOf(data['phase']) ?? undefined;
  const round = data['round'];
  const name = (member: string, say: (key: string) => string): void => {
    const key = textOf(data[member]);
    if (key !== null && key !== '') parts[member] = say(key);
  };
  name('phase', (key) => names.phase(key, typeof round === 'number' ? round : undefined));
  name('returnTo', (key) => names.phase(key));
  name('step', (key) => names.of('steps', key, phase));
  name('deliverable', (key) => names.of('deliverables', key, phase));
  name('rollout', (key) => names.of('rollouts', key));
  name('set', (key) => names.of('unitSets', key));
  name('indicator', (key) => names.of('indicators', key));
  for (const member of OFFICES) name(member, (key) => names.of('offices', key));
  // Of a transfer or a copy both are offices; elsewhere they are days.
  for (const member of ['from', 'to']) name(member, (key) => names.of('offices', key));
  for (const member of OFFICE_LISTS) {
    const keys = textsOf(data[member]);
    if (keys !== null) parts[member] = names.list(keys.map((key) => names.of('offices', key)));
  }
  const owed = textsOf(data['deliverables']);
  const owedNames = owed?.map((key) => names.of('deliverables', key, phase));
  return owedNames === undefined ? parts : { ...parts, deliverables: names.list(owedNames) };
}

/** What is yes or no, and figures, in words. */
function judged(data: Data, t: TrailWords): Readonly<Record<string, string>> {
  const { late, passed, upheld, met, value, denominator } = data;
  return {
    late: late === true ? t('latePart') : '',
    ...(typeof passed === 'boolean' ? { passed: t(`result.${passed ? 'passed' : 'failed'}`) } : {}),
    ...(typeof upheld === 'boolean' ? { upheld: t(`result.${upheld ? 'upheld' : 'struck'}`) } : {}),
    ...(typeof met === 'boolean' ? { met: t(`result.${met ? 'met' : 'unmet'}`) } : {}),
    ...(value === null ? { value: t('notComputed') } : {}),
    denominator: typeof denominator === 'number' ? t('ofDenominator', { denominator }) : '',
  };
}

function isValue(value: string): value is keyof typeof stateValues {
  return Object.hasOwn(stateValues, value);
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function textsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const texts: readonly unknown[] = value;
  return texts.every((text) => typeof text === 'string') ? texts : null;
}
