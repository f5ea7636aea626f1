/** Files that were handed in: name, size, download, and images and PDFs shown in place. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../parts/loaded.tsx';
import {
  fileAddress,
  useBlobSource,
  useFileBytes,
  useFileHead,
  type FileRef,
} from './file-content.ts';
import { sizeText } from './file-size.ts';

const PDF = 'application/pdf';
const IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function Files({ files }: { readonly files: readonly FileRef[] }): ReactElement {
  const { t } = useTranslation('task');
  return (
    <ul className="task-files" aria-label={t('files')}>
      {files.map((file) => (
        <File key={`${file.sha256}.${file.name}`} file={file} />
      ))}
    </ul>
  );
}

function File({ file }: { readonly file: FileRef }): ReactElement {
  const { t } = useTranslation('task');
  const [isShown, setShown] = useState(false);
  const head = useFileHead(file).data;
  const { name } = file;
  const mayBeShown = head !== undefined && (head.type === PDF || IMAGES.has(head.type));
  return (
    <li>
      <div className="task-file">
        <span className="task-file-name">{name}</span>
        {head === undefined ? null : <span className="task-quiet">{sizeText(head.bytes)}</span>}
        <a href={fileAddress(file)} download={name} aria-label={t('downloadFile', { name })}>
          {t('download')}
        </a>
        {mayBeShown ? (
          <Button
            size="small"
            aria-expanded={isShown}
            aria-label={t(isShown ? 'hideFile' : 'showFile', { name })}
            onClick={() => setShown(!isShown)}
          >
            {t(isShown ? 'hide' : 'show')}
          </Button>
        ) : null}
      </div>
      {isShown && head !== undefined ? <Preview file={file} isImage={head.type !== PDF} /> : null}
    </li>
  );
}

interface PreviewProps {
  readonly file: FileRef;
  readonly isImage: boolean;
}

function Preview({ file, isImage }: PreviewProps): ReactElement {
  const bytes = useFileBytes(file);
  return (
    <Loaded query={bytes}>
      {(blob) => <Shown blob={blob} name={file.name} isImage={isImage} />}
    </Loaded>
  );
}

interface ShownProps {
  readonly blob: Blob;
  readonly name: string;
  readonly isImage: boolean;
}

function Shown({ blob, name, isImage }: ShownProps): ReactElement {
  const source = useBlobSource(blob);
  if (isImage) return <img className="task-image" ref={source} alt={name} />;
  return <iframe className="task-document" ref={source} title={name} />;
}
