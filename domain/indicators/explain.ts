/** A measurement in a sentence of both languages: what was found, what is asked for, whether that is enough. */
import type {
  Comparator,
  IndicatorDefinition,
  IndicatorUnit,
} from '../definition/indicator-types.ts';
import type { IndicatorTarget } from '../definition/indicator-phase.ts';
import type { Localised } from '../definition/localised.ts';
import type { Definition } from '../definition/types.ts';
import { unitSetOf } from './unit-set.ts';

/** What the sentence is made of, as it stands in the event. */
export interface MeasurementSaid {
  readonly required: number;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly met: boolean;
  readonly missing: number;
  readonly unmetCount: number;
  readonly pace?: { readonly expected: number; readonly behind: boolean } | undefined;
}

const ASKED: Readonly<Record<Comparator, Localised>> = {
  'at-least': { zh: '不低于', en: 'at least' },
  'at-most': { zh: '不高于', en: 'at most' },
  'more-than': { zh: '高于', en: 'more than' },
  'less-than': { zh: '低于', en: 'less than' },
  'equal-to': { zh: '等于', en: 'exactly' },
};

/** `Communities: 312 of 592, 52.7 %; at least 50 % needed: met`. */
export function explainMeasurement(
  said: MeasurementSaid,
  indicator: IndicatorDefinition,
  definition: Pick<Definition, 'unitSets' | 'rollouts'>,
): Localised {
  const found = foundIn(said, indicator, definition);
  const asked = ASKED[indicator.comparator];
  const required = inUnit(said.required, indicator.unit);
  const short = shortWords(said, indicator);
  return {
    zh: `${found.zh}；要求${asked.zh}${required.zh}${short.zh}：${said.met ? '已达标' : '未达标'}${paceWords(said, indicator).zh}`,
    en: `${found.en}; ${asked.en} ${required.en} needed${short.en}: ${said.met ? 'met' : 'not met'}${paceWords(said, indicator).en}`,
  };
}

/** `At least 50 % is asked for`, as a sentence without its full stop. */
export function explainTarget({ indicator, target }: IndicatorTarget): Localised {
  const asked = ASKED[indicator.comparator];
  const required = inUnit(target.value, indicator.unit);
  const each = eachWords(indicator);
  return {
    zh: `目标：${asked.zh}${required.zh}${each.zh}`,
    en: `The target is ${asked.en} ${required.en}${each.en}`,
  };
}

/** A number in the unit of an indicator. */
export function inUnit(value: number, unit: IndicatorUnit): Localised {
  const number = String(value);
  switch (unit) {
    case 'percent':
      return { zh: `${number}%`, en: `${number} %` };
    case 'per-10000':
      return { zh: `每万人${number}`, en: `${number} per 10,000` };
    case 'hours':
      return { zh: `${number}学时`, en: `${number} hours` };
    case 'count':
      return { zh: number, en: number };
  }
}

function foundIn(
  { numerator, denominator, value }: MeasurementSaid,
  indicator: IndicatorDefinition,
  definition: Pick<Definition, 'unitSets' | 'rollouts'>,
): Localised {
  const set = unitSetOf(definition, indicator.source);
  const title = definition.unitSets?.find(({ key }) => key === set)?.title;
  const head =
    title === undefined ? { zh: '', en: '' } : { zh: `${title.zh}：`, en: `${title.en}: ` };
  if (value === null) return { zh: `${head.zh}尚无数值`, en: `${head.en}no value` };
  const shown = valueWords(value, indicator);
  if (denominator === null) return { zh: `${head.zh}${shown.zh}`, en: `${head.en}${shown.en}` };
  const whole = { zh: `${denominator}中的${numerator}`, en: `${numerator} of ${denominator}` };
  const isPlain = indicator.source.kind === 'units' && indicator.unit !== 'percent';
  return isPlain
    ? { zh: `${head.zh}${whole.zh}`, en: `${head.en}${whole.en}` }
    : { zh: `${head.zh}${whole.zh}，${shown.zh}`, en: `${head.en}${whole.en}, ${shown.en}` };
}

/** Where every unit must reach the target by itself, the value is the share of those that do. */
function valueWords(value: number, { unit, source }: IndicatorDefinition): Localised {
  const isShare = source.kind === 'reported' && source.rollUp === 'each-unit';
  return inUnit(value, isShare ? 'percent' : unit);
}

function shortWords(
  { missing, unmetCount, met }: MeasurementSaid,
  indicator: IndicatorDefinition,
): Localised {
  const scope = eachWords(indicator);
  const each = scope.en !== '';
  const silent =
    missing === 0
      ? { zh: '', en: '' }
      : { zh: `，${missing}个未报`, en: `, ${missing} not reported` };
  const short =
    !each || met
      ? { zh: '', en: '' }
      : { zh: `，${unmetCount}个不足`, en: `, ${unmetCount} short of it` };
  return { zh: `${scope.zh}${short.zh}${silent.zh}`, en: `${scope.en}${short.en}${silent.en}` };
}

function eachWords({ source }: IndicatorDefinition): Localised {
  const each = source.kind === 'units' ? source.each === 'group' : source.rollUp === 'each-unit';
  return each ? { zh: '（各自达到）', en: ' by each of them' } : { zh: '', en: '' };
}

function paceWords({ pace }: MeasurementSaid, { unit, source }: IndicatorDefinition): Localised {
  if (pace === undefined) return { zh: '', en: '' };
  const isShare = source.kind === 'reported' && source.rollUp === 'each-unit';
  const expected = inUnit(pace.expected, isShare ? 'percent' : unit);
  return pace.behind
    ? { zh: `；序时进度应为${expected.zh}，滞后`, en: `; even pace ${expected.en}: behind` }
    : { zh: `；序时进度应为${expected.zh}，符合`, en: `; even pace ${expected.en}: kept` };
}
