/** What was read, or that it is being read, or why it could not be: the same everywhere. */
import { Spin } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.tsx';

/** Of a query, also of one that reads page after page. */
export interface LoadedQuery<T> extends Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending'> {
  readonly refetch: () => Promise<unknown>;
}

export interface LoadedProps<T> {
  readonly query: LoadedQuery<T>;
  readonly children: (data: T) => ReactNode;
}

/** What was read before stays on the page while it is read again. */
export function Loaded<T>({ query, children }: LoadedProps<T>): ReactElement {
  const { t } = useTranslation('common');
  const { data, error, isPending } = query;
  const retry = (): void => {
    void query.refetch();
  };
  if (isPending) {
    return (
      <div role="status" aria-label={t('loading')} className="waiting">
        <Spin size="large" />
      </div>
    );
  }
  return (
    <>
      {error === null ? null : <ProblemAlert error={error} onRetry={retry} />}
      {data === undefined ? null : children(data)}
    </>
  );
}
