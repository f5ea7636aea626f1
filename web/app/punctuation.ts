/** How each language joins words: Chinese marks are as wide as its letters, English ones are followed by a space. */
import type { Language } from './language.ts';

export interface Punctuation {
  /** A name and what it stands for. */
  readonly labelled: (label: string, text: string) => string;
  /** What follows the words before it in brackets; English sets a space before them. */
  readonly bracketed: (text: string) => string;
  readonly listed: (items: readonly string[]) => string;
  /** Parts of a sentence that have commas themselves. */
  readonly clauses: (parts: readonly string[]) => string;
}

const MARKS = {
  zh: {
    labelled: (label, text) => `${label}：${text}`,
    bracketed: (text) => `（${text}）`,
    listed: (items) => items.join('、'),
    clauses: (parts) => parts.join('；'),
  },
  en: {
    labelled: (label, text) => `${label}: ${text}`,
    bracketed: (text) => ` (${text})`,
    listed: (items) => items.join(', '),
    clauses: (parts) => parts.join('; '),
  },
} as const satisfies Readonly<Record<Language, Punctuation>>;

export function punctuationOf(language: Language): Punctuation {
  return MARKS[language];
}
