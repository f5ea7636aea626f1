/** Filters of the trail; each change goes into the address at once. */
import { Button } from 'antd';
import { useId, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Programme } from '../programme/programme-query.ts';
import { TYPE_GROUPS } from './type-groups.ts';
import { typeText } from './event-words.ts';
import { isFiltered, withFilter, type FilterName, type TrailFilters } from './trail-filters.ts';
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
  const [address, setAddress] = useSearchParams();
  const change = (name: FilterName, value: string): void => {
    setAddress(withFilter(address, name, value), { replace: true });
  };
  return (
    <form
      className="trail-filters"
      aria-label={t('filter.title')}
      onSubmit={(event) => event.preventDefault()}
    >
      <TypeChoice summary={summary} value={filters.type} onChange={(to) => change('type', to)} />
      <Choice
        label={t('filter.actor')}
        value={filters.actor}
        onChange={(to) => change('actor', to)}
      >
        <option value="">{t('filter.all')}</option>
        {summary.actors.map(({ actor, count }) => (
          <option key={actor} value={actor}>
            {t('filter.counted', { name: names.person(actor, summary.people), count })}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('filter.phase')}
        value={filters.phase}
        onChange={(to) => change('phase', to)}
      >
        <option value="">{t('filter.all')}</option>
        {programme.phases.map(({ key }) => (
          <option key={key} value={key}>
            {names.phase(key)}
          </option>
        ))}
      </Choice>
      <Day label={t('filter.from')} value={filters.from} onChange={(to) => change('from', to)} />
      <Day label={t('filter.until')} value={filters.until} onChange={(to) => change('until', to)} />
      <Choice
        label={t('filter.order')}
        value={filters.order}
        onChange={(to) => change('order', to)}
      >
        <option value="newest">{t('filter.newest')}</option>
        <option value="oldest">{t('filter.oldest')}</option>
      </Choice>
      {isFiltered(filters) ? (
        <Button onClick={() => setAddress({}, { replace: true })}>{t('filter.clear')}</Button>
      ) : null}
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({
  label,
  value,
  onChange,
  children,
}: FieldProps & { readonly children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <div className="trail-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
    </div>
  );
}

function Day({ label, value, onChange }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className="trail-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

interface TypeChoiceProps extends Omit<FieldProps, 'label'> {
  readonly summary: TrailSummary;
}

/** Groups of types first, then every type that there is, with how often. */
function TypeChoice({ summary, value, onChange }: TypeChoiceProps): ReactElement {
  const { t } = useTranslation('trail');
  const present = new Set(summary.types.map(({ type }) => type));
  const groups = TYPE_GROUPS.map(({ group, types }) => ({
    group,
    value: types.filter((type) => present.has(type)).join(','),
  })).filter((one) => one.value.includes(','));
  const known = [...groups.map((one) => one.value), ...present, ''];
  return (
    <Choice label={t('filter.type')} value={value} onChange={onChange}>
      <option value="">{t('filter.all')}</option>
      {known.includes(value) ? null : <option value={value}>{t('filter.some')}</option>}
      {groups.map((one) => (
        <option key={one.group} value={one.value}>
          {t(`filter.group.${one.group}`)}
        </option>
      ))}
      {summary.types.map(({ type, count }) => (
        <option key={type} value={type}>
          {t('filter.counted', { name: typeText(type, t), count })}
        </option>
      ))}
    </Choice>
  );
}
