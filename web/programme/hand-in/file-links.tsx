/** Files that were handed in, to be downloaded. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileRef } from './upload.ts';

export function FileLinks({ files }: { readonly files: readonly FileRef[] }): ReactElement | null {
  const { t } = useTranslation('programme');
  if (files.length === 0) return null;
  return (
    <ul className="file-links" aria-label={t('files')}>
      {files.map(({ sha256, name }) => (
        <li key={`${sha256} ${name}`}>
          <a href={`/v1/files/${sha256}?name=${encodeURIComponent(name)}`} download={name}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
