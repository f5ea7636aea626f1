/** Steps through the entries of a programme: buttons, a slider, or an instant. */
import { Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useChangeAddress } from '../parts/address.ts';
import { fieldOfInstant, instantOfField } from './place-time.ts';

export interface AsOfStepperProps {
  readonly all: number;
  readonly position: number;
}

export function AsOfStepper({ all, position }: AsOfStepperProps): ReactElement {
  const { t } = useTranslation('trail');
  const changeAddress = useChangeAddress();
  const go = (to: number): void => changeAddress({ position: String(to), at: null });
  const isFirst = position <= 1;
  const isLast = position >= all;
  return (
    <div className="trail-panel trail-stepper">
      <div className="trail-steps">
        <Button disabled={isFirst} onClick={() => go(1)}>
          {t('asOf.first')}
        </Button>
        <Button disabled={isFirst} onClick={() => go(position - 1)}>
          {t('asOf.previous')}
        </Button>
        <p role="status" className="trail-place">
          {t('asOf.of', { position, all })}
        </p>
        <Button disabled={isLast} onClick={() => go(position + 1)}>
          {t('asOf.next')}
        </Button>
        <Button disabled={isLast} onClick={() => go(all)}>
          {t('asOf.last')}
        </Button>
      </div>
      <Slider key={position} all={all} position={position} onChoose={go} />
      <AtInstant />
    </div>
  );
}

interface SliderProps extends AsOfStepperProps {
  readonly onChoose: (position: number) => void;
}

/** While it is dragged nothing is read; what it is left at is shown. */
function Slider({ all, position, onChoose }: SliderProps): ReactElement {
  const { t } = useTranslation('trail');
  const [drawn, setDrawn] = useState(position);
  const choose = (): void => {
    if (drawn !== position) onChoose(drawn);
  };
  return (
    <input
      type="range"
      className="trail-slider"
      min={1}
      max={all}
      value={drawn}
      aria-label={t('asOf.slider')}
      aria-valuetext={t('asOf.of', { position: drawn, all })}
      onChange={(event) => setDrawn(event.target.valueAsNumber)}
      onPointerUp={choose}
      onKeyUp={choose}
      onBlur={choose}
    />
  );
}

function AtInstant(): ReactElement {
  const { t } = useTranslation('trail');
  const [address] = useSearchParams();
  const changeAddress = useChangeAddress();
  const at = address.get('at');
  const [field, setField] = useState(at === null ? '' : fieldOfInstant(at));
  const id = useId();
  return (
    <form
      className="trail-instant"
      onSubmit={(event) => {
        event.preventDefault();
        if (field !== '') changeAddress({ at: instantOfField(field), position: null });
      }}
    >
      <label htmlFor={id}>{t('asOf.at')}</label>
      <input
        id={id}
        type="datetime-local"
        value={field}
        onChange={(event) => setField(event.target.value)}
      />
      <Button htmlType="submit" disabled={field === ''}>
        {t('asOf.go')}
      </Button>
    </form>
  );
}
