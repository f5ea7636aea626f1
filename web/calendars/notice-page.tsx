/** The notice of a year: pasted or chosen as a file, previewed, and published. */
import { Alert, Button, Input } from 'antd';
import { useId, useState, type ChangeEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { parseObject, type ParsedText } from '../parts/json-text.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { Page } from '../parts/page.tsx';
import { usePreview, type Proposal } from './calendar-queries.ts';
import { ProposalPanel } from './proposal-panel.tsx';
import './proposal.css';

export function NoticePage(): ReactElement {
  const { t } = useTranslation('calendars');
  const { key = '' } = useParams();
  const preview = usePreview(key);
  const [text, setText] = useState('');
  const [tried, setTried] = useState<ParsedText | null>(null);
  const parsed = parseObject(text);
  const look = (): void => {
    setTried(parsed);
    const proposal = proposalOf(parsed);
    if (proposal !== null) preview.mutate(proposal);
  };
  return (
    <Page title={t('notice.title')} actions={<LinkButton to="/calendars">{t('back')}</LinkButton>}>
      <p className="quiet">{t('notice.lead')}</p>
      <div className="proposal-form">
        <Source
          text={text}
          onText={(next) => {
            setText(next);
            setTried(null);
          }}
          onSample={() => {
            setText(sampleFor(key));
          }}
        />
        <TextFault parsed={tried} />
        <Button onClick={look} loading={preview.isPending}>
          {t('preview')}
        </Button>
      </div>
      <ProposalPanel calendarKey={key} preview={preview} proposal={proposalOf(parsed)} />
    </Page>
  );
}

interface SourceProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSample: () => void;
}

function Source({ text, onText, onSample }: SourceProps): ReactElement {
  const { t } = useTranslation('calendars');
  const id = useId();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file !== undefined) onText(await file.text());
  };
  return (
    <>
      <div className="proposal-file">
        <label htmlFor={`${id}-file`}>{t('notice.file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept="application/json,.json"
          onChange={(event) => void read(event)}
        />
      </div>
      <div className="proposal-file">
        <label htmlFor={`${id}-text`}>{t('notice.text')}</label>
        <Input.TextArea
          id={`${id}-text`}
          className="proposal-text"
          rows={14}
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            onText(target.value);
          }}
        />
      </div>
      {text === '' ? (
        <p>
          <Button size="small" onClick={onSample}>
            {t('notice.sample')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function TextFault({ parsed }: { readonly parsed: ParsedText | null }): ReactElement | null {
  const { t } = useTranslation('calendars');
  switch (parsed?.kind) {
    case 'empty':
      return <Alert type="error" showIcon role="alert" title={t('notice.empty')} />;
    case 'not-object':
      return <Alert type="error" showIcon role="alert" title={t('notice.notObject')} />;
    case 'unreadable': {
      const { detail } = parsed;
      return (
        <Alert type="error" showIcon role="alert" title={t('notice.unreadable', { detail })} />
      );
    }
    default:
      return null;
  }
}

function proposalOf(parsed: ParsedText): Proposal | null {
  if (parsed.kind !== 'object') return null;
  // The API judges it, member by member, and says what is wrong.
  return { notice: parsed.value as unknown as NonNullable<Proposal['notice']> };
}

function sampleFor(key: string): string {
  const sample = {
    key,
    year: 0,
    notice: { number: '', title: '', issuedOn: 'YYYY-MM-DD' },
    holidays: [
      { from: 'YYYY-MM-DD', to: 'YYYY-MM-DD', name: { zh: '元旦', en: "New Year's Day" } },
    ],
    makeUpWorkdays: [],
  };
  return JSON.stringify(sample, null, 2);
}
