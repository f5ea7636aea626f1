/** The words of the pages: one namespace an area, the Chinese ones give the shape that the English ones must have. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../words/en/index.ts';
import { zh } from '../words/zh/index.ts';
import { readerLanguage } from './language.ts';
import { nestedQuotes } from './quotes.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof zh;
  }
}

export async function startWords(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(nestedQuotes)
    .init({
      lng: readerLanguage(),
      fallbackLng: 'zh',
      defaultNS: 'common',
      resources: { zh, en },
      interpolation: { escapeValue: false },
      postProcess: [nestedQuotes.name],
    });
}
