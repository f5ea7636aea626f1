/** What a programme is called. It keeps one text, as it was started; where that is its paper's title, the paper has an English one. */
import type { ReactElement } from 'react';
import { useDefinitions } from '../api/definitions.ts';
import { useLanguage } from '../app/use-language.ts';

/** The title in the reader's language where there is one; the text itself otherwise. */
export function ProgrammeTitle({ of }: { readonly of: string }): ReactElement {
  const titled = useProgrammeTitle();
  return <>{titled(of)}</>;
}

/** The same for where a text is wanted. */
export function useProgrammeTitle(): (title: string) => string {
  const isEnglish = useLanguage().language === 'en';
  const definitions = useDefinitions({ enabled: isEnglish }).data ?? [];
  if (!isEnglish) return (title) => title;
  return (title) => definitions.find((one) => one.title.zh === title)?.title.en ?? title;
}
