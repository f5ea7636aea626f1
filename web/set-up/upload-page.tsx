/** Publishing a definition: chosen or pasted, judged fault by fault, and published only when nothing is wrong. */
import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { JsonSource } from '../parts/json-source.tsx';
import { parseObject, type ParsedText } from '../parts/json-text.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Register } from '../parts/register.tsx';
import { useMe } from '../session/session.ts';
import { usePublish, useValidation } from './definition-queries.ts';
import { useLanguage } from '../app/use-language.ts';
import type { Schemas } from '../api/client.ts';

export function UploadPage(): ReactElement {
  const { t } = useTranslation('setUp');
  const [text, setText] = useState('');
  const [tried, setTried] = useState<ParsedText | null>(null);
  const validation = useValidation();
  const isPublisher = useMe().data?.roles.includes('system-admin') ?? false;
  const judge = (): void => {
    const parsed = parseObject(text);
    setTried(parsed);
    if (parsed.kind === 'object') validation.mutate(parsed.value);
  };
  const isJudged = tried?.kind === 'object' && !validation.isPending;
  return (
    <Page title={t('uploadPage.title')} actions={<LinkButton to="/set-up">{t('back')}</LinkButton>}>
      <p className="quiet">{t(isPublisher ? 'uploadPage.lead' : 'uploadPage.notYours')}</p>
      <JsonSource
        text={text}
        labels={{ file: t('uploadPage.file'), text: t('uploadPage.text') }}
        onText={(next) => {
          setText(next);
          setTried(null);
        }}
      />
      <TextFault parsed={tried} />
      <p>
        <Button onClick={judge} loading={validation.isPending}>
          {t('uploadPage.validate')}
        </Button>
      </p>
      {validation.error === null || !isJudged ? null : <ProblemAlert error={validation.error} />}
      {validation.data === undefined || !isJudged ? null : (
        <Judged
          validation={validation.data}
          candidate={validation.variables}
          isPublisher={isPublisher}
        />
      )}
    </Page>
  );
}

function TextFault({ parsed }: { readonly parsed: ParsedText | null }): ReactElement | null {
  const { t } = useTranslation('setUp');
  if (parsed === null || parsed.kind === 'object') return null;
  const title =
    parsed.kind === 'unreadable'
      ? t('uploadPage.unreadable', { detail: parsed.detail })
      : t(parsed.kind === 'empty' ? 'uploadPage.empty' : 'uploadPage.notObject');
  return <Alert type="error" showIcon role="alert" title={title} />;
}

interface JudgedProps {
  readonly validation: Schemas['DefinitionValidation'];
  readonly candidate: Schemas['DefinitionCandidate'];
  readonly isPublisher: boolean;
}

function Judged({ validation, candidate, isPublisher }: JudgedProps): ReactElement {
  const { t } = useTranslation('setUp');
  const publish = usePublish();
  if (publish.isSuccess) {
    const { key, version } = publish.data;
    return (
      <div role="status">
        <Alert
          type="success"
          showIcon
          title={t('uploadPage.published', { key, version })}
          action={<LinkButton to={`/set-up/definitions/${key}`}>{t('uploadPage.open')}</LinkButton>}
        />
      </div>
    );
  }
  if (!validation.ok) return <Faults faults={validation.faults} />;
  return (
    <>
      <div role="status">
        <Alert type="success" showIcon title={t('uploadPage.ok')} />
      </div>
      {publish.error === null ? null : <ProblemAlert error={publish.error} />}
      {isPublisher ? (
        <p>
          <Button
            type="primary"
            loading={publish.isPending}
            onClick={() => {
              publish.mutate(candidate);
            }}
          >
            {t('uploadPage.publish')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Faults({
  faults,
}: {
  readonly faults: JudgedProps['validation']['faults'];
}): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t('uploadPage.faults', { count: faults.length })}
      />
      <Register
        caption={t('uploadPage.faultsCaption')}
        rows={faults}
        rowKey={({ pointer, code, message }) => `${pointer} ${code} ${message.zh}`}
        empty=""
        columns={[
          {
            key: 'pointer',
            title: t('uploadPage.faultColumns.pointer'),
            isName: true,
            cell: ({ pointer }) =>
              pointer === '' ? t('uploadPage.whole') : <code>{pointer}</code>,
          },
          {
            key: 'message',
            title: t('uploadPage.faultColumns.message'),
            cell: ({ message }) => say(message),
          },
          {
            key: 'code',
            title: t('uploadPage.faultColumns.code'),
            cell: ({ code }) => <code>{code}</code>,
          },
        ]}
      />
    </>
  );
}
