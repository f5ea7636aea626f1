/** The phases on a line of time: as planned, as they would move, and with due days that can be dragged. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { instantText } from '../parts/when.tsx';
import type { Programme } from '../programme/programme-query.ts';
import { DueHandle } from './due-handle.tsx';
import { planScale, type PlanScale } from './plan-scale.ts';
import type { Projection } from './projection-query.ts';
import type { Change, Phase } from './suppositions.ts';

export interface PlanChartProps {
  readonly programme: Programme;
  readonly changes: readonly Change[];
  /** Undefined while nothing is supposed. */
  readonly projection: Projection | undefined;
  readonly onMove: (phase: Phase, day: string) => void;
}

export function PlanChart(props: PlanChartProps): ReactElement {
  const { programme, changes, projection, onMove } = props;
  const { t } = useTranslation('whatIf');
  // Periods of duties and targets have keys of two parts; they are many, and stand in the tables.
  const phases = programme.phases.filter(({ key }) => !key.includes('@'));
  const today = instantText(programme.now).slice(0, 10);
  const windows = new Map(phases.map((phase) => [phase.key, windowAfter(phase, projection)]));
  const scale = planScale([
    ...phases.flatMap(({ opensOn, dueOn }) => [opensOn, dueOn]),
    ...[...windows.values()].flatMap(({ opensOn, dueOn }) => [opensOn, dueOn]),
  ]);
  return (
    <section>
      <h2 className="what-if-title">{t('plan')}</h2>
      <p className="what-if-hint">{t('planHint')}</p>
      <div className="plan-region" role="region" aria-label={t('plan')} tabIndex={0}>
        <div className="plan">
          <Ticks scale={scale} today={today} />
          <ul className="plan-rows">
            {phases.map((phase) => (
              <Row
                key={phase.key}
                phase={phase}
                after={windows.get(phase.key) ?? phase}
                isBreach={projection?.firstBreach?.phase === phase.key}
                supposed={supposedDue(phase, changes)}
                scale={scale}
                onMove={onMove}
              />
            ))}
          </ul>
        </div>
      </div>
      <p className="plan-key">
        {(['present', 'after', 'handle', 'breach'] as const).map((word) => (
          <span key={word}>
            <span className={`plan-swatch plan-swatch-${word}`} aria-hidden="true">
              {word === 'breach' ? '✕' : ''}
            </span>
            {t(`chartKey.${word}`)}
          </span>
        ))}
      </p>
    </section>
  );
}

interface Window {
  readonly opensOn: string;
  readonly dueOn: string;
}

interface RowProps {
  readonly phase: Phase;
  readonly after: Window;
  readonly isBreach: boolean;
  readonly supposed: string;
  readonly scale: PlanScale;
  readonly onMove: PlanChartProps['onMove'];
}

function Row({ phase, after, isBreach, supposed, scale, onMove }: RowProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const { opensOn, dueOn, status } = phase;
  const stage = say(phase.title);
  const hasMoved = after.opensOn !== opensOn || after.dueOn !== dueOn;
  const isOver = status === 'closed' || status === 'lapsed';
  return (
    <li className="plan-row">
      <span className="plan-name">
        {stage}
        <span className="plan-span">{t('span', { from: opensOn, to: dueOn })}</span>
      </span>
      <div className="plan-track">
        <span
          className={isOver ? 'plan-bar plan-over' : 'plan-bar'}
          style={spanStyle(phase, scale)}
        />
        {hasMoved ? <span className="plan-after" style={spanStyle(after, scale)} /> : null}
        {isBreach ? (
          <span className="plan-breach" style={{ left: `${String(scale.placeOf(after.dueOn))}%` }}>
            <span aria-hidden="true">✕</span>
            <span className="visually-hidden">{t('chartKey.breach')}</span>
          </span>
        ) : null}
        {isOver ? null : (
          <DueHandle
            stage={stage}
            dueOn={dueOn}
            supposed={supposed}
            scale={scale}
            onMove={(day) => onMove(phase, day)}
          />
        )}
      </div>
    </li>
  );
}

function Ticks({
  scale,
  today,
}: {
  readonly scale: PlanScale;
  readonly today: string;
}): ReactElement {
  const { t } = useTranslation('whatIf');
  const place = scale.placeOf(today);
  return (
    <div className="plan-ticks" aria-hidden="true">
      {scale.ticks.map((day) => (
        <span key={day} className="plan-tick" style={{ left: `${String(scale.placeOf(day))}%` }}>
          {day.slice(0, 7)}
        </span>
      ))}
      {place < 0 || place > 100 ? null : (
        <span className="plan-today" style={{ left: `${String(place)}%` }}>
          {t('today')}
        </span>
      )}
    </div>
  );
}

function spanStyle({ opensOn, dueOn }: Window, scale: PlanScale): { left: string; width: string } {
  const from = scale.placeOf(opensOn);
  const width = Math.max(scale.placeOf(dueOn) - from, 0.4);
  return { left: `${String(from)}%`, width: `${String(width)}%` };
}

function supposedDue({ key, dueOn }: Phase, changes: readonly Change[]): string {
  const found = changes.find((change) => change.kind === 'extension' && change.phase === key);
  return found?.kind === 'extension' ? found.dueOn : dueOn;
}

/** The window of the phase as the moves leave it. */
function windowAfter(phase: Phase, projection: Projection | undefined): Window {
  const last = (kind: 'opens' | 'due'): string | undefined =>
    projection?.moves.findLast(
      (move) => move.kind === kind && move.phase === phase.key && move.round === phase.round,
    )?.after?.on;
  return { opensOn: last('opens') ?? phase.opensOn, dueOn: last('due') ?? phase.dueOn };
}
