/** What zod finds wrong, as faults with JSON pointers and words in both languages. */
import { z } from 'zod';
import { fault, memberPointer, shown, type Fault } from '../domain/definition/fault.ts';
import type { Localised } from '../domain/definition/localised.ts';

type Issue = z.core.$ZodIssue;

export function shapeFaults(schema: z.ZodType, json: unknown): readonly Fault[] {
  const zh = issuesIn(schema, json, z.locales.zhCN());
  const en = issuesIn(schema, json, z.locales.en());
  return en.flatMap((issue, index) =>
    faultsOf(issue, json, { zh: zh[index]?.message ?? issue.message, en: issue.message }),
  );
}

function issuesIn(
  schema: z.ZodType,
  json: unknown,
  { localeError }: ReturnType<typeof z.locales.en>,
): readonly Issue[] {
  return schema.safeParse(json, { error: localeError }).error?.issues ?? [];
}

function faultsOf(issue: Issue, json: unknown, message: Localised): readonly Fault[] {
  const pointer = issue.path.reduce<string>((at, key) => memberPointer(at, String(key)), '');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      fault(memberPointer(pointer, key), 'unknown-member', {
        zh: `不认识的项：${shown(key)}`,
        en: `This member is not known: ${shown(key)}`,
      }),
    );
  }
  if (isMissing(json, issue.path)) {
    return [fault(pointer, 'missing', { zh: '缺少此项', en: 'This is missing' })];
  }
  return [fault(pointer, issue.code.replaceAll('_', '-'), message)];
}

function isMissing(json: unknown, path: readonly PropertyKey[]): boolean {
  let place = json;
  for (const key of path) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, key)) return true;
    place = (place as Readonly<Record<PropertyKey, unknown>>)[key]; // an own member, as just asked
  }
  return false;
}
