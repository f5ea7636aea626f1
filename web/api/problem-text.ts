/** What a refusal says to the reader: the API's own sentence, which comes in the reader's language. */
import type { Punctuation } from '../app/punctuation.ts';
import { Problem } from './problem.ts';

export interface UnreachableWords {
  readonly unreachable: string;
  readonly unknown: string;
  readonly marks: Pick<Punctuation, 'labelled'>;
}

/** `words` only speaks where the API could not. */
export function problemText(error: unknown, words: UnreachableWords): string {
  if (!(error instanceof Problem)) return words.unknown;
  const { status, title, detail } = error.document;
  if (status === 0) return words.unreachable;
  if (title === '') return words.unknown;
  return detail === '' ? title : words.marks.labelled(title, detail);
}
