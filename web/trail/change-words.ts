/** A changed place of a programme's state, and its values, in words. */
import { secondText } from './place-time.ts';
import { stateFields } from '../words/zh/trail-state.ts';
import { valueText, type Teller } from './event-words.ts';
import type { TitleKind } from './titles.ts';
import type { People } from './types.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const HASH = /^[0-9a-f]{64}$/;

/** Where the elements of a list are called by the titles of a kind. */
const TITLED: Readonly<Record<string, TitleKind>> = {
  phases: 'phases',
  duties: 'duties',
  steps: 'steps',
  deliverables: 'deliverables',
  votes: 'offices',
  rollouts: 'rollouts',
  unitSets: 'unitSets',
};

const SEPARATOR = ' › ';

/** Such as "Phase Survey › Deliverable Work plan › Status". */
export function placeText(place: readonly string[], teller: Teller): string {
  const words: string[] = [];
  let phase = '';
  for (let index = 0; index < place.length; index += 1) {
    const part = place[index] ?? '';
    const kind = TITLED[part];
    const element = kind === undefined ? undefined : place[index + 1];
    if (kind === undefined || element === undefined) {
      words.push(fieldText(part, teller));
      continue;
    }
    if (kind === 'phases') phase = element;
    const title = teller.names.of(kind, element, phase);
    words.push(kind === 'phases' ? title : `${fieldText(part, teller)} ${title}`);
    index += 1;
  }
  return words.join(SEPARATOR);
}

function fieldText(part: string, { t }: Teller): string {
  return isField(part) ? t(`field.${part}`) : valueText(part, t);
}

function isField(part: string): part is keyof typeof stateFields {
  return Object.hasOwn(stateFields, part);
}

export interface ChangeValue {
  readonly text: string;
  readonly isCode: boolean;
}

interface ChangeReading {
  readonly teller: Teller;
  readonly people: People;
}

export function changeText(value: unknown, { teller, people }: ChangeReading): ChangeValue {
  const { t } = teller;
  if (value === undefined) return plain(t('change.absent'));
  if (value === null) return plain(t('change.nothing'));
  if (typeof value === 'boolean') return plain(t(value ? 'change.yes' : 'change.no'));
  if (typeof value === 'number') return plain(String(value));
  if (typeof value === 'string') return wordedText(value, { teller, people });
  const isEmpty = typeof value === 'object' && Object.keys(value).length === 0;
  return isEmpty ? plain(t('change.empty')) : { text: JSON.stringify(value), isCode: true };
}

function wordedText(value: string, { teller, people }: ChangeReading): ChangeValue {
  if (INSTANT.test(value)) return plain(secondText(value));
  if (HASH.test(value)) return { text: value, isCode: true };
  if (Object.hasOwn(people, value)) return plain(teller.names.person(value, people));
  const worded = valueText(value, teller.t);
  return plain(worded === value ? teller.names.of('offices', value) : worded);
}

function plain(text: string): ChangeValue {
  return { text, isCode: false };
}
