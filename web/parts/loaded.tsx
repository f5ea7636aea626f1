/** What was read, or that it is being read, or why it could not be: the same everywhere. */
import { Spin } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.tsx';

/** What of a query, paged or not, is needed to show how far it is. */
export interface Read<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly refetch: () => Promise<unknown>;
}

export interface LoadedProps<T> {
  readonly query: Read<T>;
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
