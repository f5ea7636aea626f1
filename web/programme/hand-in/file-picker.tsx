/** Files to be handed in: chosen or dropped, hashed here, sent with word of how far each is, and taken out again. */
import { Button } from 'antd';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import type { UploadItem, Uploads } from './use-uploads.ts';

export function FilePicker({ uploads }: { readonly uploads: Uploads }): ReactElement {
  const { t } = useTranslation('programme');
  const id = useId();
  return (
    <div
      className="file-picker"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        uploads.add([...event.dataTransfer.files]);
      }}
    >
      <span className="file-picker-name">{t('files')}</span>
      <input
        id={id}
        type="file"
        multiple
        className="visually-hidden"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          uploads.add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <label htmlFor={id} className="file-button">
        {t('chooseFiles')}
      </label>
      <p id={`${id}-hint`} className="table-hint">
        {t('filesHint')}
      </p>
      <ul className="upload-list">
        {uploads.items.map((item) => (
          <UploadLine key={item.id} item={item} uploads={uploads} />
        ))}
      </ul>
    </div>
  );
}

function UploadLine({
  item,
  uploads,
}: {
  readonly item: UploadItem;
  readonly uploads: Uploads;
}): ReactElement {
  const { t } = useTranslation('programme');
  const { id, name, percent, stored, error } = item;
  return (
    <li>
      <span className="upload-name">{name}</span>
      {stored === null && error === null ? (
        <>
          <progress max={100} value={percent} aria-label={t('uploading', { name })} />
          <span>{percent}%</span>
        </>
      ) : null}
      {stored === null ? null : <span className="upload-done">✓ {t('uploaded')}</span>}
      {error === null ? null : (
        <Button size="small" onClick={() => uploads.retry(item)}>
          {t('uploadAgain')}
        </Button>
      )}
      <Button
        size="small"
        type="text"
        danger
        aria-label={t('removeFile', { name })}
        onClick={() => uploads.remove(id)}
      >
        {t('table.remove')}
      </Button>
      {error === null ? null : <ProblemAlert error={error} />}
    </li>
  );
}
