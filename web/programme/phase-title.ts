/** What phases and periods are called, also those that have not come into being. */
import type { Schemas } from '../api/client.ts';
import type { Programme } from './programme-query.ts';

type Text = Schemas['Localised'];

const ENGLISH_MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];
const QUARTERS = ['一', '二', '三', '四'];
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** The key itself where the programme knows no such phase. */
export function titleOfPhase({ phases, duties }: Titled, key: string): Text {
  const phase = phases.find((one) => one.key === key);
  if (phase !== undefined) return phase.title;
  const [base = '', period] = key.split('@');
  const duty = duties.find((one) => one.key === base);
  if (duty === undefined) return { zh: key, en: key };
  if (period === undefined) return duty.title;
  const words = periodText(period);
  return { zh: `${duty.title.zh}（${words.zh}）`, en: `${duty.title.en} (${words.en})` };
}

interface Titled {
  readonly phases: readonly Pick<Schemas['Phase'], 'key' | 'title'>[];
  readonly duties: readonly Pick<Programme['duties'][number], 'key' | 'title'>[];
}

/** `2012-07`, `2012-q3`, `2012-h2` or `2012`. */
export function periodText(period: string): Text {
  const year = period.slice(0, 4);
  const rest = period.slice(5);
  const index = Number(rest.slice(1)) - 1;
  if (rest === '') return { zh: `${year}年`, en: year };
  if (rest.startsWith('q')) {
    return {
      zh: `${year}年第${QUARTERS[index] ?? ''}季度`,
      en: `${ORDINALS[index] ?? ''} quarter of ${year}`,
    };
  }
  if (rest.startsWith('h')) {
    const isFirst = index === 0;
    return {
      zh: `${year}年${isFirst ? '上' : '下'}半年`,
      en: `${isFirst ? 'first' : 'second'} half of ${year}`,
    };
  }
  const month = Number(rest);
  return { zh: `${year}年${month}月`, en: `${ENGLISH_MONTHS[month - 1] ?? ''} ${year}` };
}
