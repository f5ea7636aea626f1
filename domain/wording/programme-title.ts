/** What a programme is called in a language. */
import type { Locale } from '../definition/types.ts';

/** @param titleEn null or left out where the title is for readers of either language */
export function programmeTitleIn(locale: Locale, title: string, titleEn?: string | null): string {
  return locale === 'en' ? (titleEn ?? title) : title;
}
