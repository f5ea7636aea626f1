/** Text that the ledger can hold: no U+0000, which PostgreSQL refuses, and no lone surrogate, which has no bytes. */
import type { DataError } from './types.ts';

const UNSTORABLE = /\u0000|\p{Surrogate}/u;

const MESSAGE: DataError['message'] = {
  zh: '文本含有无法保存的字符',
  en: 'The text contains a character that cannot be stored',
};

/** Where text cannot be stored, as JSON pointers; keys count as well as values. */
export function storableFaults(value: unknown, pointer = ''): readonly DataError[] {
  if (typeof value === 'string')
    return UNSTORABLE.test(value) ? [{ pointer, message: MESSAGE }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    if (UNSTORABLE.test(key)) return [{ pointer, message: MESSAGE }];
    return storableFaults(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  });
}
