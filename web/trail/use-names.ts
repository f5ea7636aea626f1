/** What keys and ids are called in the reader's language: phases, steps, deliverables, offices and people. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import type { Programme } from '../programme/programme-query.ts';
import { titlesOf, type Title } from './titles.ts';
import { useDefinition } from './trail-queries.ts';
import type { Names } from './types.ts';

export function useNames(programme: Programme): Names {
  const { t } = useTranslation('trail');
  const { say } = useLanguage();
  const { key, version } = programme.definition;
  const definition = useDefinition(key, version).data;
  const find = useMemo(() => titlesOf(definition), [definition]);
  const of: Names['of'] = (kind, name, phase) => {
    const title = find(kind, name, phase) ?? (kind === 'phases' ? shown(programme, name) : null);
    return title === null ? name : say(title);
  };
  return {
    of,
    phase: (name, round = 1) => {
      const title = of('phases', name);
      return round > 1 ? t('round', { title, round }) : title;
    },
    list: (texts) => (texts.length === 0 ? t('nobody') : texts.join(t('listMark'))),
    person: (id, people) => {
      const name = people[id];
      if (name !== undefined) return say(name);
      return id === 'clock' ? t('clock') : id;
    },
  };
}

function shown({ phases }: Programme, key: string): Title | null {
  return phases.find((phase) => phase.key === key)?.title ?? null;
}
