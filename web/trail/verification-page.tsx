/** Computes the chain of the ledger again and says in words what was found. */
import { CheckCircleFilled, CloseCircleFilled, CopyOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { copyText } from './copy-text.ts';
import { verifyTrail } from './trail-queries.ts';
import type { Verification } from './types.ts';

export function VerificationPage(): ReactElement {
  const { t } = useTranslation('trail');
  const { id } = useShownProgramme();
  const { mutate, isPending, data, error } = useMutation({ mutationFn: () => verifyTrail(id) });
  const isFirst = data === undefined;
  return (
    <section aria-labelledby="verification-title">
      <h2 id="verification-title">{t('section.verification')}</h2>
      <p className="trail-intro">{t('verify.intro')}</p>
      <Button type="primary" loading={isPending} onClick={() => mutate()}>
        {t(isFirst ? 'verify.run' : 'verify.again')}
      </Button>
      <div aria-live="polite" className="trail-verdict">
        {isPending ? <p>{t('verify.running')}</p> : null}
        {error === null ? null : <ProblemAlert error={error} onRetry={() => mutate()} />}
        {isPending || data === undefined ? null : <Verdict found={data} />}
      </div>
    </section>
  );
}

function Verdict({ found }: { readonly found: Verification }): ReactElement {
  const { t } = useTranslation('trail');
  const { ok, entries, head } = found;
  return (
    <div className={`trail-panel ${ok ? 'trail-good' : 'trail-bad'}`}>
      <h3>
        {ok ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />}{' '}
        {t(ok ? 'verify.ok' : 'verify.bad')}
      </h3>
      {ok ? <p>{t('verify.okText', { entries })}</p> : <Fault found={found} />}
      {entries === 0 ? null : <Head head={head} />}
    </div>
  );
}

function Fault({ found }: { readonly found: Verification }): ReactElement {
  const { t } = useTranslation('trail');
  const { id } = useShownProgramme();
  const { entries, firstBad: position = entries + 1, reason = 'head-differs', column } = found;
  return (
    <>
      <p>
        <strong>{t('verify.badText', { position, reason: t(`verify.reason.${reason}`) })}</strong>
      </p>
      {column === undefined ? null : <p>{t('verify.column', { column })}</p>}
      <p>{entries === 0 ? t('verify.noneGood') : t('verify.goodUntil', { entries })}</p>
      <p>
        <Link to={`/programmes/${id}/trail?entry=${String(position)}`}>
          {t('verify.see', { position })}
        </Link>
      </p>
    </>
  );
}

function Head({ head }: { readonly head: string }): ReactElement {
  const { t } = useTranslation('trail');
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    setCopied(await copyText(head));
  };
  return (
    <dl className="trail-facts">
      <dt>{t('verify.head')}</dt>
      <dd>
        <code className="trail-hash">{head}</code>{' '}
        <Button size="small" icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('verify.copy')}
        </Button>{' '}
        <span role="status">{isCopied ? t('verify.copied') : ''}</span>
        <p className="trail-who">{t('verify.headHint')}</p>
      </dd>
    </dl>
  );
}
