/** What a programme is called. Its title is in Chinese or as whoever started it put it; some have an English one beside it. */
import type { ReactElement } from 'react';
import { useLanguage } from '../app/use-language.ts';

/** A programme, or something that belongs to one. */
export type Titled =
  | { readonly title: string; readonly titleEn: string | null }
  | { readonly programmeTitle: string; readonly programmeTitleEn: string | null };

/** In the reader's language where there is such a title. */
export function ProgrammeTitle({ of }: { readonly of: Titled }): ReactElement {
  const titled = useProgrammeTitle();
  return <>{titled(of)}</>;
}

/** The same for where a text is wanted. */
export function useProgrammeTitle(): (of: Titled) => string {
  const isEnglish = useLanguage().language === 'en';
  return (of) => {
    const [title, titleEn] =
      'title' in of ? [of.title, of.titleEn] : [of.programmeTitle, of.programmeTitleEn];
    return isEnglish ? (titleEn ?? title) : title;
  };
}
