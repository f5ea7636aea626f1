/** The bars of one line of the chart with their marks. One stop for the keyboard; arrows go from period to period. */
import type { KeyboardEvent, ReactElement } from 'react';
import { TONES } from '../light.ts';
import { useLanguage } from '../../app/use-language.ts';
import { useBarText } from './bar-text.ts';
import { percent } from './percent.ts';
import type { ChartBar, ChartMark, ChartRow } from './rows.ts';
import { endOf, type Scale } from './scale.ts';

export interface ChartTrackProps {
  readonly row: ChartRow;
  readonly scale: Scale;
  /** Key of the bar whose details are shown. */
  readonly shown: string | null;
  readonly onShow: (key: string | null) => void;
}

export function ChartTrack({ row, scale, shown, onShow }: ChartTrackProps): ReactElement {
  const lastKey = row.bars.at(-1)?.key;
  const current = row.bars.some(({ key }) => key === shown) ? shown : lastKey;
  return (
    <div className="chart-track" onKeyDown={moveFocus}>
      {row.bars.map((bar) => (
        <Bar
          key={bar.key}
          bar={bar}
          scale={scale}
          isStop={bar.key === current}
          isShown={bar.key === shown}
          onShow={onShow}
        />
      ))}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const bars = [...event.currentTarget.querySelectorAll<HTMLElement>('.bar')];
  const next = bars[bars.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

interface BarProps {
  readonly bar: ChartBar;
  readonly scale: Scale;
  readonly isStop: boolean;
  readonly isShown: boolean;
  readonly onShow: (key: string | null) => void;
}

function Bar({ bar, scale, isStop, isShown, onShow }: BarProps): ReactElement {
  const lines = useBarText()(bar);
  const { clauses } = useLanguage().marks;
  const { key, light, opensOn, dueOn, oldDueOn, lateUntil, closedAt, marks } = bar;
  const left = scale.percentOf(opensOn);
  const right = scale.percentOf(endOf(dueOn));
  const old = oldDueOn === null ? null : scale.percentOf(endOf(oldDueOn));
  const late = lateUntil === null ? null : scale.percentOf(lateUntil);
  return (
    <>
      <button
        type="button"
        className={`bar bar-${light} bar-tone-${TONES[light]}`}
        style={{ left: percent(left), width: percent(right - left) }}
        tabIndex={isStop ? 0 : -1}
        aria-label={clauses(lines)}
        onFocus={() => onShow(key)}
        onBlur={() => onShow(null)}
        onMouseEnter={() => onShow(key)}
        onMouseLeave={() => onShow(null)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onShow(null);
        }}
      />
      {old === null || old >= right ? null : (
        <span
          className="bar-extended"
          style={{ left: percent(old), width: percent(right - old) }}
          aria-hidden="true"
        />
      )}
      {late === null || late <= right ? null : (
        <span
          className="bar-late"
          style={{ left: percent(right), width: percent(late - right) }}
          aria-hidden="true"
        />
      )}
      <span
        className="chart-mark chart-mark-due"
        style={{ left: percent(right) }}
        aria-hidden="true"
      />
      {marks.map((mark) => (
        <Mark key={`${mark.kind} ${mark.at}`} mark={mark} scale={scale} />
      ))}
      {closedAt === null ? null : (
        <span
          className="chart-mark chart-mark-closed"
          style={{ left: percent(scale.percentOf(closedAt)) }}
          aria-hidden="true"
        >
          ✓
        </span>
      )}
      {isShown ? <Details lines={lines} left={left} right={right} /> : null}
    </>
  );
}

const RUNG_SIGNS = { urge: '1', supervise: '2', circulate: '3', accountability: '4' } as const;

function Mark({ mark, scale }: { readonly mark: ChartMark; readonly scale: Scale }): ReactElement {
  const { kind, at, isPlanned, rung } = mark;
  return (
    <span
      className={`chart-mark chart-mark-${kind} ${isPlanned ? 'chart-mark-planned' : 'chart-mark-past'}`}
      style={{ left: percent(scale.percentOf(at)) }}
      aria-hidden="true"
    >
      {rung === undefined ? '' : RUNG_SIGNS[rung]}
    </span>
  );
}

/** The same that the name of the bar says. */
function Details({
  lines,
  left,
  right,
}: {
  readonly lines: readonly string[];
  readonly left: number;
  readonly right: number;
}): ReactElement {
  const place = left > 55 ? { right: percent(100 - right) } : { left: percent(left) };
  return (
    <div className="bar-details" style={place} aria-hidden="true">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
