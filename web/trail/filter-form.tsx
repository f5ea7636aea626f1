/** Filters of the trail; each change goes into the address at once. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeAddress } from '../parts/address.ts';
import { Choice, DayField, type ChoiceProps, type FieldProps } from '../parts/choice.tsx';
import type { Programme } from '../programme/programme-query.ts';
import { TYPE_GROUPS } from './type-groups.ts';
import { typeText } from './event-words.ts';
import { filterChange, isFiltered, UNFILTERED } from './trail-filters.ts';
import type { FilterName, TrailFilters } from './trail-filters.ts';
import { useNames } from './use-names.ts';
import type { TrailSummary } from './types.ts';

export interface FilterFormProps {
  readonly programme: Programme;
  readonly summary: TrailSummary;
  readonly filters: TrailFilters;
}

export function FilterForm({ programme, summary, filters }: FilterFormProps): ReactElement {
  const { t } = useTranslation('trail');
  const names = useNames(programme);
  const typeOptions = useTypeOptions(summary, filters.type);
  const changeAddress = useChangeAddress();
  const field = (name: Exclude<FilterName, 'entry'>): FieldProps => ({
    label: t(`filter.${name}`),
    value: filters[name],
    onChange: (value) => changeAddress(filterChange(name, value)),
  });
  const all = { value: '', label: t('filter.all') };
  const actors = summary.actors.map(({ actor, count }) => ({
    value: actor,
    label: t('filter.counted', { name: names.person(actor, summary.people), count }),
  }));
  const phases = programme.phases.map(({ key }) => ({ value: key, label: names.phase(key) }));
  return (
    <form
      className="trail-filters"
      aria-label={t('filter.title')}
      onSubmit={(event) => event.preventDefault()}
    >
      <Choice {...field('type')} options={[all, ...typeOptions]} />
      <Choice {...field('actor')} options={[all, ...actors]} />
      <Choice {...field('phase')} options={[all, ...phases]} />
      <DayField {...field('from')} />
      <DayField {...field('until')} />
      <Choice
        {...field('order')}
        options={[
          { value: 'newest', label: t('filter.newest') },
          { value: 'oldest', label: t('filter.oldest') },
        ]}
      />
      {isFiltered(filters) ? (
        <Button onClick={() => changeAddress(UNFILTERED)}>{t('filter.clear')}</Button>
      ) : null}
    </form>
  );
}

/** Groups of types first, then every type that there is, with how often; what the address asks for is always among them. */
function useTypeOptions(summary: TrailSummary, chosen: string): ChoiceProps['options'] {
  const { t } = useTranslation('trail');
  const present = new Set(summary.types.map(({ type }) => type));
  const groups = TYPE_GROUPS.map(({ group, types }) => ({
    label: t(`filter.group.${group}`),
    value: types.filter((type) => present.has(type)).join(','),
  })).filter((one) => one.value.includes(','));
  const types = summary.types.map(({ type, count }) => ({
    value: type,
    label: t('filter.counted', { name: typeText(type, t), count }),
  }));
  const offered = [...groups, ...types];
  const isOffered = chosen === '' || offered.some(({ value }) => value === chosen);
  return isOffered ? offered : [{ value: chosen, label: t('filter.some') }, ...offered];
}
