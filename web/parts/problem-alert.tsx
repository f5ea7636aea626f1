/** A refusal, where the reader was working, with its faults one by one and a way to try again. */
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.ts';
import { useLanguage } from '../app/use-language.ts';
import { problemText } from '../api/problem-text.ts';

export interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

export function ProblemAlert({ error, onRetry }: ProblemAlertProps): ReactElement {
  const { t } = useTranslation('common');
  const { marks } = useLanguage();
  const words = { unreachable: t('unreachable'), unknown: t('unknownProblem'), marks };
  const faults = error instanceof Problem ? (error.document.errors ?? []) : [];
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={problemText(error, words)}
      description={
        faults.length === 0 ? undefined : (
          <ul>
            {faults.map((fault, index) => (
              <li key={index}>
                {fault.pointer === undefined || fault.pointer === '' ? null : (
                  <code>{fault.pointer} </code>
                )}
                {fault.detail ?? fault.code}
              </li>
            ))}
          </ul>
        )
      }
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )
      }
    />
  );
}
