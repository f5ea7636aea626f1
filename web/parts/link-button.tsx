/** A link that looks like a button: it has an address, and can be opened in another tab. */
import { Button, type ButtonProps } from 'antd';
import type { ReactElement } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

export interface LinkButtonProps extends Pick<ButtonProps, 'type' | 'icon' | 'size' | 'children'> {
  readonly to: string;
}

export function LinkButton({ to, ...look }: LinkButtonProps): ReactElement {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLElement & HTMLAnchorElement>(to);
  return (
    <Button
      {...look}
      href={href}
      onClick={(event) => {
        follow(event as Parameters<typeof follow>[0]); // with an address the button is a link
      }}
    />
  );
}
