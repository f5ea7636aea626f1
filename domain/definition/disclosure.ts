/** A disclosure 公开/公示: what it must show, an example of it, and the judgement of what is shown. */
import { addDays, daysBetween, isLocalDate } from '../calendar/dates.ts';
import type { LocalDate } from '../calendar/types.ts';
import { fieldOf, isRecord, type CheckContext, type Fields } from './checks/check.ts';
import { fault, type Fault } from './fault.ts';
import type { DisclosureRule } from './types.ts';

const text = (maxLength: number): object => ({ type: 'string', minLength: 1, maxLength });
const date = { type: 'string', format: 'date' };
const members = {
  place: text(200),
  postedOn: date,
  removedOn: date,
  enteredOn: date,
  link: { type: 'string', minLength: 8, maxLength: 500 },
  objections: {
    type: 'array',
    maxItems: 500,
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['receivedOn', 'text'],
      properties: {
        receivedOn: date,
        text: text(2000),
        answeredOn: date,
        answer: text(2000),
      },
    },
  },
};
const required = ['place', 'postedOn', 'removedOn', 'objections'];

/** One object for each kind of rule, so that a validator compiles it once. */
const POSTED = schemaOf(required);
const POSTED_AND_ENTERED = schemaOf([...required, 'enteredOn']);

function schemaOf(names: readonly string[]): Readonly<Record<string, unknown>> {
  return { type: 'object', additionalProperties: false, required: names, properties: members };
}

/** JSON Schema (2020-12) of its data. `removedOn` is the last day on which it is known to have been posted. */
export function disclosureSchema({ enteredSameDay }: DisclosureRule): typeof POSTED {
  return enteredSameDay ? POSTED_AND_ENTERED : POSTED;
}

/** Data that pass the judgement when the disclosure is owed since that day and its days are over. */
export function disclosureExample(
  rule: DisclosureRule,
  since: LocalDate,
): Readonly<Record<string, unknown>> {
  return {
    place: '公开栏',
    postedOn: since,
    removedOn: shownFrom(rule, since),
    ...(rule.enteredSameDay ? { enteredOn: since } : {}),
    link: 'https://example.gov.cn/disclosure',
    objections: [
      {
        receivedOn: since,
        text: '请说明第三项支出。',
        answeredOn: since,
        answer: '已附凭证说明。',
      },
    ],
  };
}

/** The first day on which a disclosure that is owed since `since` can have been posted for its days. */
export function shownFrom({ minimumDays }: DisclosureRule, since: LocalDate): LocalDate {
  return addDays(since, minimumDays - 1);
}

/** Whether the data point to a proof by themselves. */
export function hasLink(data: unknown): boolean {
  return isRecord(data) && typeof fieldOf(data, 'link') === 'string';
}

/** What is wrong with what was shown; without a context, what depends on the day is not judged. Total: hostile data gives faults. */
export function judgeDisclosure(
  rule: DisclosureRule,
  data: unknown,
  context?: CheckContext,
): readonly Fault[] {
  if (!isRecord(data)) return [shapeless('')];
  const postedOn = dateIn(data, 'postedOn');
  const removedOn = dateIn(data, 'removedOn');
  if (postedOn === null) return [shapeless('/postedOn')];
  if (removedOn === null) return [shapeless('/removedOn')];
  return [
    ...postingFaults(postedOn, context),
    ...lengthFaults(rule, { postedOn, removedOn }),
    ...futureFaults('/removedOn', removedOn, context),
    ...(rule.enteredSameDay ? entryFaults(dateIn(data, 'enteredOn'), postedOn) : []),
    ...objectionFaults(fieldOf(data, 'objections'), context),
  ];
}

function postingFaults(postedOn: LocalDate, context: CheckContext | undefined): readonly Fault[] {
  const since = context?.owedSince ?? context?.window.from;
  if (since !== undefined && postedOn < since) {
    return [
      fault('/postedOn', 'posted-too-early', {
        zh: `张贴日期 ${postedOn} 早于可以公开的 ${since}`,
        en: `Posted on ${postedOn}, before it could be on ${since}`,
      }),
    ];
  }
  return futureFaults('/postedOn', postedOn, context);
}

function lengthFaults(
  { minimumDays }: DisclosureRule,
  posting: { readonly postedOn: LocalDate; readonly removedOn: LocalDate },
): readonly Fault[] {
  const days = daysBetween(posting.postedOn, posting.removedOn) + 1;
  if (days >= minimumDays) return [];
  return [
    fault('/removedOn', 'posted-too-briefly', {
      zh: `公开 ${Math.max(0, days)} 天，少于 ${minimumDays} 天（首尾两日均计入）`,
      en: `Posted for ${Math.max(0, days)} days instead of ${minimumDays}, both days included`,
    }),
  ];
}

function futureFaults(
  pointer: string,
  day: LocalDate,
  context: CheckContext | undefined,
): readonly Fault[] {
  if (context === undefined || day <= context.today) return [];
  return [
    fault(pointer, 'day-in-future', {
      zh: `${day} 尚未到来（今天是 ${context.today}）`,
      en: `${day} has not come yet; today is ${context.today}`,
    }),
  ];
}

function entryFaults(enteredOn: LocalDate | null, postedOn: LocalDate): readonly Fault[] {
  if (enteredOn === postedOn) return [];
  return [
    fault('/enteredOn', 'not-entered-same-day', {
      zh: `须于张贴当日（${postedOn}）录入公开平台，实为 ${enteredOn ?? '未录入'}`,
      en: `It must be entered on the platform on the day it is posted, ${postedOn}; it was ${enteredOn ?? 'not'}`,
    }),
  ];
}

function objectionFaults(list: unknown, context: CheckContext | undefined): readonly Fault[] {
  if (!Array.isArray(list)) return [shapeless('/objections')];
  return list.flatMap((objection: unknown, index) =>
    objectionFault(objection, `/objections/${index}`, context),
  );
}

function objectionFault(
  objection: unknown,
  pointer: string,
  context: CheckContext | undefined,
): readonly Fault[] {
  const receivedOn = isRecord(objection) ? dateIn(objection, 'receivedOn') : null;
  if (!isRecord(objection) || receivedOn === null) return [shapeless(pointer)];
  const answeredOn = dateIn(objection, 'answeredOn');
  const answer = fieldOf(objection, 'answer');
  if (answeredOn === null || typeof answer !== 'string' || answer.trim() === '') {
    return [
      fault(pointer, 'objection-unanswered', {
        zh: `${receivedOn} 收到的意见尚未答复`,
        en: `The objection of ${receivedOn} has not been answered`,
      }),
    ];
  }
  if (answeredOn < receivedOn) {
    return [
      fault(`${pointer}/answeredOn`, 'answered-before-received', {
        zh: `答复日期 ${answeredOn} 早于收到日期 ${receivedOn}`,
        en: `Answered on ${answeredOn}, before it was received on ${receivedOn}`,
      }),
    ];
  }
  return futureFaults(`${pointer}/answeredOn`, answeredOn, context);
}

function dateIn(record: Fields, member: string): LocalDate | null {
  const value = fieldOf(record, member);
  return typeof value === 'string' && isLocalDate(value) ? value : null;
}

function shapeless(pointer: string): Fault {
  return fault(pointer, 'disclosure-incomplete', {
    zh: '缺少此项，或格式不对',
    en: 'This is missing or not of the right form',
  });
}
