/** Looking for something in a list, and how much of it is shown. */
import { Input } from 'antd';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly shown: number;
  readonly total: number;
}

export function SearchField(props: SearchFieldProps): ReactElement {
  const { label, value, onChange, shown, total } = props;
  const { t } = useTranslation('people');
  const id = useId();
  return (
    <div className="directory-search" role="search">
      <div>
        <label htmlFor={id}>{label}</label>
        <Input
          id={id}
          allowClear
          value={value}
          onChange={({ target }) => {
            onChange(target.value);
          }}
        />
      </div>
      <span role="status" className="quiet">
        {t('found', { total, shown })}
      </span>
    </div>
  );
}
