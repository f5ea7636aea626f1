/** A document in JSON: chosen as a file, or pasted. */
import { Input } from 'antd';
import { useId, type ChangeEvent, type ReactElement } from 'react';
import './json-source.css';

export interface JsonSourceProps {
  readonly text: string;
  readonly labels: { readonly file: string; readonly text: string };
  readonly onText: (text: string) => void;
}

export function JsonSource({ text, labels, onText }: JsonSourceProps): ReactElement {
  const id = useId();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file !== undefined) onText(await file.text());
  };
  return (
    <>
      <div className="json-source">
        <label htmlFor={`${id}-file`}>{labels.file}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept="application/json,.json"
          onChange={(event) => void read(event)}
        />
      </div>
      <div className="json-source">
        <label htmlFor={`${id}-text`}>{labels.text}</label>
        <Input.TextArea
          id={`${id}-text`}
          className="json-source-text"
          rows={14}
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            onText(target.value);
          }}
        />
      </div>
    </>
  );
}
