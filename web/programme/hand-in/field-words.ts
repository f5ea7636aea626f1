/** What fields and choices are called in the reader's language. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import type { ChoiceNames } from './choice-names.ts';
import type { Field } from './schema-fields.ts';

/** Members of a disclosure, whose schema is built in and has no titles. */
const DISCLOSED = [
  ...(['place', 'postedOn', 'removedOn', 'enteredOn', 'link', 'objections'] as const),
  ...(['receivedOn', 'text', 'answeredOn', 'answer'] as const),
];

export interface FieldWords {
  readonly titleOf: (field: Pick<Field, 'key' | 'title'>) => string;
  readonly choiceOf: (choice: string) => string;
}

/** The same object as long as neither the language nor the choices change. */
export function useFieldWords(choices: ChoiceNames): FieldWords {
  const { t } = useTranslation('programme');
  const { language } = useLanguage();
  return useMemo(
    () => ({
      titleOf: ({ key, title }) => {
        if (title !== null) return title[language];
        const disclosed = DISCLOSED.find((known) => known === key);
        return disclosed === undefined ? key : t(`disclosed.${disclosed}`);
      },
      choiceOf: (choice) => choices.get(choice)?.[language] ?? choice,
    }),
    [choices, language, t],
  );
}
