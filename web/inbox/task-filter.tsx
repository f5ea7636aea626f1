/** Which programme's and which phase's tasks are shown; kept in the address, so that it can be sent to somebody. */
import { Button } from 'antd';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../app/use-language.ts';
import { useChangeAddress } from '../parts/address.ts';
import { useProgrammeTitle } from '../parts/programme-title.tsx';
import { choicesOf, type Choice } from './filter-choices.ts';
import type { Task, TaskFilter as Filter } from './inbox-queries.ts';

export function useTaskFilter(): Filter {
  const [search] = useSearchParams();
  const programme = search.get('programme');
  const phase = search.get('phase');
  return {
    ...(programme === null || programme === '' ? {} : { programme }),
    ...(phase === null || phase === '' ? {} : { phase }),
  };
}

/** @param tasks all that are known, from which one can choose */
export function TaskFilter({ tasks }: { readonly tasks: readonly Task[] }): ReactElement | null {
  const { t } = useTranslation('inbox');
  const { say } = useLanguage();
  const choose = useChangeAddress();
  const filter = useTaskFilter();
  const titled = useProgrammeTitle();
  const { programmes, phases } = choicesOf(tasks, filter, { say, titled });
  const isFiltered = filter.programme !== undefined || filter.phase !== undefined;
  if (!isFiltered && programmes.length < 2 && phases.length < 2) return null;
  return (
    <search className="inbox-filter" aria-label={t('filter.label')}>
      <Choose
        label={t('filter.programme')}
        choices={programmes}
        value={filter.programme}
        onChoose={(programme) => choose({ programme, phase: null })}
      />
      <Choose
        label={t('filter.phase')}
        choices={phases}
        value={filter.phase}
        onChoose={(phase) => choose({ phase })}
      />
      {isFiltered ? (
        <Button onClick={() => choose({ programme: null, phase: null })}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </search>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Choose({ label, choices, value, onChoose }: ChooseProps): ReactElement {
  const { t } = useTranslation('inbox');
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
      >
        <option value="">{t('filter.all')}</option>
        {choices.map(({ key, text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
