/** Turns zod's issues into sentences in both languages that name the field and the rule. */
import type { z } from 'zod';
import type { Localised } from '../../domain/definition/types.ts';
import type { InputFault } from '../problems.ts';

type Issue = z.core.$ZodIssue;
type Part = InputFault['in'];

/** Every fault of one part of a request; an unknown field counts once for each key. */
export function inputFaults(error: z.ZodError, part: Part): readonly InputFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, part));
}

/** A fault found without zod. */
export function inputFault(
  place: { readonly in: Part; readonly pointer: string },
  rule: string,
  detail: Localised,
): InputFault {
  return { ...place, rule, detail };
}

/** The JSON pointer (RFC 6901) of a path. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function faultsOf(issue: Issue, part: Part): InputFault[] {
  if (issue.code !== 'unrecognized_keys') {
    return [
      { in: part, pointer: jsonPointer(issue.path), rule: ruleOf(issue), detail: wordsOf(issue) },
    ];
  }
  return issue.keys.map((key) => ({
    in: part,
    pointer: jsonPointer([...issue.path, key]),
    rule: 'unknown',
    detail: { zh: '没有这个字段。', en: 'There is no such field.' },
  }));
}

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.input === undefined;
}

function ruleOf(issue: Issue): string {
  if (isMissing(issue)) return 'required';
  switch (issue.code) {
    case 'invalid_format':
      return `format:${issue.format}`;
    case 'too_big':
      return 'max';
    case 'too_small':
      return 'min';
    case 'invalid_type':
      return `type:${issue.expected}`;
    default:
      return issue.code.replaceAll('_', '-');
  }
}

function wordsOf(issue: Issue): Localised {
  if (isMissing(issue)) return { zh: '必须填写。', en: 'It is required.' };
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected);
    case 'too_big':
      return boundWords(issue.origin, issue.maximum, 'most');
    case 'too_small':
      return boundWords(issue.origin, issue.minimum, 'least');
    case 'invalid_format':
      return formatWords(issue.format);
    case 'invalid_value':
      return {
        zh: `须是下列之一：${issue.values.map(String).join('、')}。`,
        en: `It must be one of: ${issue.values.map(String).join(', ')}.`,
      };
    case 'not_multiple_of':
      return { zh: '须是整数倍。', en: `It must be a multiple of ${issue.divisor}.` };
    default:
      return { zh: '内容不符合要求。', en: 'It does not satisfy the rule.' };
  }
}

const TYPE_WORDS: Readonly<Record<string, Localised>> = {
  string: { zh: '须是文本。', en: 'It must be a text.' },
  number: { zh: '须是数字。', en: 'It must be a number.' },
  int: { zh: '须是整数。', en: 'It must be a whole number.' },
  boolean: { zh: '须是 true 或 false。', en: 'It must be true or false.' },
  object: { zh: '须是对象。', en: 'It must be an object.' },
  record: { zh: '须是对象。', en: 'It must be an object.' },
  array: { zh: '须是数组。', en: 'It must be an array.' },
};

function typeWords(expected: string): Localised {
  return TYPE_WORDS[expected] ?? { zh: '类型不对。', en: `It must be of type ${expected}.` };
}

const FORMAT_WORDS: Readonly<Record<string, Localised>> = {
  date: { zh: '须是真实日期，如 2013-09-15。', en: 'It must be a real date such as 2013-09-15.' },
  datetime: { zh: '须是 RFC 3339 时刻。', en: 'It must be an RFC 3339 instant.' },
  uuid: { zh: '须是 UUID。', en: 'It must be a UUID.' },
  email: { zh: '须是电子邮件地址。', en: 'It must be an e-mail address.' },
};

function formatWords(format: string): Localised {
  return FORMAT_WORDS[format] ?? { zh: '格式不对。', en: 'It does not have the right form.' };
}

function boundWords(origin: string, bound: number | bigint, side: 'most' | 'least'): Localised {
  const zhSide = side === 'most' ? '最多' : '最少';
  const limit = String(bound);
  if (origin === 'string') {
    return { zh: `${zhSide} ${limit} 个字符。`, en: `At ${side} ${limit} characters.` };
  }
  if (origin === 'array')
    return { zh: `${zhSide} ${limit} 项。`, en: `At ${side} ${limit} items.` };
  const zhNumber = side === 'most' ? '不得大于' : '不得小于';
  return { zh: `${zhNumber} ${limit}。`, en: `It must be at ${side} ${limit}.` };
}
