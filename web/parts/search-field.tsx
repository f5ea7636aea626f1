/** Looking for something in a list, and how much of it is shown. */
import { Input } from 'antd';
import { useId, type ReactElement } from 'react';
import './search-field.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How much was found, in words. */
  readonly result: string;
}

export function SearchField({ label, value, onChange, result }: SearchFieldProps): ReactElement {
  const id = useId();
  return (
    <div className="search-field" role="search">
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
        {result}
      </span>
    </div>
  );
}
