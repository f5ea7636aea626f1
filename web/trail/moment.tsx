/** An instant of the record, to the second: entries of one act differ by no more. */
import type { ReactElement } from 'react';
import { secondText } from './place-time.ts';

export function Moment({ at }: { readonly at: string }): ReactElement {
  return <time dateTime={at}>{secondText(at)}</time>;
}
