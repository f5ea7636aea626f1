/** The reader's language, and how to change it. */
import { useTranslation } from 'react-i18next';
import { punctuationOf, type Punctuation } from './punctuation.ts';
import { rememberLanguage, type Language } from './language.ts';

export interface ReaderLanguage {
  readonly language: Language;
  /** Both languages of a text; the reader's is shown, and spoken as what it is. */
  readonly say: (text: { readonly zh: string; readonly en: string }) => string;
  readonly marks: Punctuation;
  readonly change: (language: Language) => void;
}

export function useLanguage(): ReaderLanguage {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return {
    language,
    say: (text) => text[language],
    marks: punctuationOf(language),
    change: (wanted) => {
      rememberLanguage(wanted);
      void i18n.changeLanguage(wanted);
    },
  };
}
