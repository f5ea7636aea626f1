/** Under a list that is read page by page: the button that shows more of it, as long as there is more. */
import { Button, type ButtonProps } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export interface MoreProps extends Pick<ButtonProps, 'size'> {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  /** How it stands on its page. */
  readonly className?: string;
}

export function More({ list, className, size }: MoreProps): ReactElement | null {
  const { t } = useTranslation('common');
  if (!list.hasNextPage) return null;
  return (
    <div className={className}>
      <Button
        size={size}
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {t('more')}
      </Button>
    </div>
  );
}
