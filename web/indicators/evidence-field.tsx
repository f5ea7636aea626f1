/** The files that prove a value; they are sent with the report. */
import { Button } from 'antd';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export interface EvidenceFieldProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

export function EvidenceField({ files, onChange }: EvidenceFieldProps): ReactElement {
  const { t } = useTranslation('indicators');
  const field = useId();
  return (
    <div className="evidence">
      <label htmlFor={field}>{t('attach')}</label>
      <input
        id={field}
        type="file"
        multiple
        onChange={({ target }) => {
          onChange([...files, ...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <ul className="indicators-files">
        {files.map((file, index) => (
          <li key={index}>
            {file.name}{' '}
            <Button
              size="small"
              onClick={() => onChange(files.filter((_, place) => place !== index))}
            >
              {t('drop', { name: file.name })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
