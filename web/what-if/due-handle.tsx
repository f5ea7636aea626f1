/** The due day of a phase on the chart, to be dragged or moved by keys; what is let go is supposed. */
import { useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween } from './days.ts';
import type { PlanScale } from './plan-scale.ts';

export interface DueHandleProps {
  readonly stage: string;
  /** As it is planned: the earliest that can be supposed, which is no extension. */
  readonly dueOn: string;
  /** As it is supposed now. */
  readonly supposed: string;
  readonly scale: PlanScale;
  readonly onMove: (day: string) => void;
}

const KEY_DAYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 7,
  PageDown: -7,
};

export function DueHandle({ stage, dueOn, supposed, scale, onMove }: DueHandleProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? supposed;
  const last = addDays(scale.first, scale.length);
  const within = (day: string): string => (day < dueOn ? dueOn : day > last ? last : day);
  const letGo = (): void => {
    if (draft !== null && draft !== supposed) onMove(draft);
    setDraft(null);
  };
  const press = (event: KeyboardEvent): void => {
    const days = KEY_DAYS[event.key];
    if (days === undefined && event.key !== 'Home') return;
    event.preventDefault();
    setDraft(days === undefined ? dueOn : within(addDays(shown, days)));
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const track = event.currentTarget.parentElement?.getBoundingClientRect();
    if (track === undefined || track.width === 0) return;
    const share = (event.clientX - track.left) / track.width;
    setDraft(within(addDays(scale.first, Math.round(share * scale.length))));
  };
  return (
    <div
      className="plan-handle"
      role="slider"
      tabIndex={0}
      aria-label={t('handle', { stage })}
      aria-valuemin={0}
      aria-valuemax={daysBetween(dueOn, last)}
      aria-valuenow={daysBetween(dueOn, shown)}
      aria-valuetext={shown}
      style={{ left: `${String(scale.placeOf(shown))}%` }}
      onKeyDown={press}
      onKeyUp={letGo}
      onBlur={letGo}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={() => setDraft(null)}
    >
      <span className="plan-handle-day" aria-hidden="true">
        {shown}
      </span>
    </div>
  );
}
