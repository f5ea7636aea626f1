/** A light: shape, colour and word together, so that none of them has to be told alone. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TONES, type Light } from './light.ts';
import './light-mark.css';

/** Drawn in a square of 16. */
const SHAPES: Readonly<Record<Light, string>> = {
  overdue: 'M8 1 15.5 15H.5Z',
  soon: 'M8 .5 15.5 8 8 15.5.5 8Z',
  underWay: 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1Z',
  suspended: 'M3 2h3.5v12H3ZM9.5 2H13v12H9.5Z',
  done: 'M6.2 13.6 1 8.4l2-2 3.2 3.2L13 2.8l2 2Z',
  doneLate: 'M6.2 13.6 1 8.4l2-2 3.2 3.2L13 2.8l2 2Z',
  scheduled: 'M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1Zm0 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 1 0 0-9.6Z',
  superseded: 'M8 2a6 6 0 1 1-6 6h2.4A3.6 3.6 0 1 0 8 4.4V7L3.6 3.4 8 0Z',
  lapsed: 'M2 4 4 2l4 4 4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4Z',
  stopped: 'M2.5 2.5h11v11h-11Z',
};

export function LightShape({ light }: { readonly light: Light }): ReactElement {
  return (
    <svg
      className={`light-shape tone-${TONES[light]}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
    >
      <path d={SHAPES[light]} />
    </svg>
  );
}

export function LightMark({ light }: { readonly light: Light }): ReactElement {
  const { t } = useTranslation('programme');
  return (
    <span className={`light tone-${TONES[light]}`}>
      <LightShape light={light} />
      {t(`light.${light}`)}
    </span>
  );
}
