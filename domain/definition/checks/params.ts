/** Reading a check's parameters, which come from a definition that may be faulty. */
import { fault, memberPointer, type Fault } from '../fault.ts';
import type { Localised } from '../localised.ts';
import { fieldOf, isRecord } from './check.ts';

/** A keyed, titled entry of a check's parameters, as read; `key` and `title` are null where they are missing or wrong. */
export interface Entry {
  readonly pointer: string;
  readonly key: string | null;
  readonly title: Localised | null;
  readonly value: unknown;
}

/** The entries of a list; null when it is no list or empty. */
export function readEntries(parent: unknown, name: string, at = ''): readonly Entry[] | null {
  const list = isRecord(parent) ? fieldOf(parent, name) : undefined;
  if (!Array.isArray(list) || list.length === 0) return null;
  return list.map((value: unknown, index) => ({
    pointer: memberPointer(memberPointer(at, name), index),
    key: keyOf(value),
    title: titleOf(value),
    value,
  }));
}

/** A missing list, missing keys or titles, and keys that stand twice. */
export function entryFaults(entries: readonly Entry[] | null, pointer: string): readonly Fault[] {
  if (entries === null) {
    return [paramFault(pointer, '须为非空列表', 'This must be a list with at least one entry')];
  }
  return entries.flatMap((entry, index) => [
    ...(entry.key === null
      ? [paramFault(`${entry.pointer}/key`, '缺少 key', 'The key is missing')]
      : []),
    ...(entry.title === null
      ? [
          paramFault(
            `${entry.pointer}/title`,
            '缺少中文或英文名称',
            'The title is missing in a language',
          ),
        ]
      : []),
    ...(entry.key !== null && entries.slice(0, index).some((other) => other.key === entry.key)
      ? [paramFault(`${entry.pointer}/key`, 'key 重复', 'The key is listed twice')]
      : []),
  ]);
}

export function paramFault(pointer: string, zh: string, en: string): Fault {
  return fault(pointer, 'check-params-invalid', { zh, en });
}

function keyOf(value: unknown): string | null {
  const key = isRecord(value) ? fieldOf(value, 'key') : undefined;
  return typeof key === 'string' && key !== '' ? key : null;
}

function titleOf(value: unknown): Localised | null {
  const title = isRecord(value) ? fieldOf(value, 'title') : undefined;
  if (!isRecord(title)) return null;
  const zh = fieldOf(title, 'zh');
  const en = fieldOf(title, 'en');
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}
