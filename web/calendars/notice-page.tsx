/** The notice of a year: pasted or chosen as a file, previewed, and published. */
import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { JsonSource } from '../parts/json-source.tsx';
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
        <JsonSource
          text={text}
          labels={{ file: t('notice.file'), text: t('notice.text') }}
          onText={(next) => {
            setText(next);
            setTried(null);
          }}
        />
        {text === '' ? (
          <p>
            <Button
              size="small"
              onClick={() => {
                setText(sampleFor(key));
              }}
            >
              {t('notice.sample')}
            </Button>
          </p>
        ) : null}
        <TextFault parsed={tried} />
        <Button onClick={look} loading={preview.isPending}>
          {t('preview')}
        </Button>
      </div>
      <ProposalPanel calendarKey={key} preview={preview} proposal={proposalOf(parsed)} />
    </Page>
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
