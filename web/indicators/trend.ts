/** Where the parts of the chart of an indicator stand: pure reckoning of days and values to places. */
import type { Indicator } from './indicator-queries.ts';
import { asksEach } from './judge.ts';

export const CHART = { width: 760, height: 280, left: 56, right: 16, top: 14, bottom: 30 } as const;

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Trend {
  /** The measured values of each target, joined. */
  readonly lines: readonly { readonly target: string; readonly points: readonly Spot[] }[];
  /** The value of today. */
  readonly today: Spot | null;
  readonly targets: readonly { readonly key: string; readonly from: Spot; readonly to: Spot }[];
  readonly paces: readonly { readonly key: string; readonly from: Spot; readonly to: Spot }[];
  readonly days: readonly { readonly x: number; readonly text: string }[];
  readonly values: readonly { readonly y: number; readonly text: string }[];
}

const DAY_MS = 86_400_000;
const EVERY_UNIT = 100;

/** @param today the day that the programme's clock shows, `YYYY-MM-DD` */
export function trendOf(indicator: Indicator, today: string): Trend {
  const { targets, measurements } = indicator;
  const asked = (required: number): number => (asksEach(indicator) ? EVERY_UNIT : required);
  const current = valueOf(indicator, today);
  const measured = measurements.flatMap(({ target, measuredOn, value }) =>
    value === null ? [] : [{ target, measuredOn, value }],
  );
  const days = [
    ...targets.flatMap(({ from, on }) => [from, on]),
    ...measured.map(({ measuredOn }) => measuredOn),
  ].toSorted();
  const first = days[0] ?? today;
  const last = days.at(-1) ?? today;
  const values = [
    ...targets.map(({ required }) => asked(required)),
    ...measured.map(({ value }) => value),
    current ?? 0,
  ];
  const place = placer({ first, last, top: niceTop(Math.max(...values)) });
  const isShown = today >= first && today <= last;
  return {
    lines: targets.map(({ key }) => ({
      target: key,
      points: measured
        .filter(({ target }) => target === key)
        .map(({ measuredOn, value }) => place.spot(measuredOn, value)),
    })),
    today: current === null || !isShown ? null : place.spot(today, current),
    targets: targets.map(({ key, from, on, required }) => ({
      key,
      from: place.spot(from, asked(required)),
      to: place.spot(on, asked(required)),
    })),
    paces: targets
      .filter(({ current: value }) => value?.pace !== undefined)
      .map(({ key, from, on, required }) => ({
        key,
        from: place.spot(from, 0),
        to: place.spot(on, asked(required)),
      })),
    days: place.days,
    values: place.values,
  };
}

/** As it stands for the target that comes next, or for the last one. */
function valueOf({ targets }: Indicator, today: string): number | null {
  const next = targets.find(({ on }) => on >= today) ?? targets.at(-1);
  return next?.current?.value ?? null;
}

interface Range {
  readonly first: string;
  readonly last: string;
  readonly top: number;
}

interface Placer {
  readonly spot: (day: string, value: number) => Spot;
  readonly days: Trend['days'];
  readonly values: Trend['values'];
}

function placer({ first, last, top }: Range): Placer {
  const start = Date.parse(first);
  const length = Math.max(Date.parse(last) - start, DAY_MS);
  const x = (day: string): number =>
    CHART.left + ((Date.parse(day) - start) / length) * (CHART.width - CHART.left - CHART.right);
  const y = (value: number): number =>
    CHART.height - CHART.bottom - (value / top) * (CHART.height - CHART.top - CHART.bottom);
  return {
    spot: (day, value) => ({ x: rounded(x(day)), y: rounded(y(value)) }),
    days: tickDays(first, last).map((text) => ({ x: rounded(x(text)), text })),
    values: [0, 0.25, 0.5, 0.75, 1].map((share) => ({
      y: rounded(y(share * top)),
      text: String(rounded(share * top)),
    })),
  };
}

/** First days of years; of months where the range is short. */
export function tickDays(first: string, last: string): readonly string[] {
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  const step = years >= 6 ? 24 : years >= 2 ? 12 : years === 1 ? 3 : 1;
  const ticks: string[] = [];
  for (let month = 0; month <= (years + 1) * 12; month += step) {
    const year = Number(first.slice(0, 4)) + Math.floor(month / 12);
    const day = `${String(year)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    if (day >= first && day <= last) ticks.push(day);
  }
  return ticks;
}

/** The next value whose quarters read well. */
export function niceTop(highest: number): number {
  if (highest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((one) => one * power >= highest) ?? 10;
  return step * power;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
