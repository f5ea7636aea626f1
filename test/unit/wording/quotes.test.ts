import { describe, expect, it } from '@jest/globals';
import { nestQuotes } from '../../../domain/wording/quotes.ts';
import { nestQuotes as nestQuotesOnPages } from '../../../web/app/quotes.ts';

/** The pages may not import the rules, so both are held to the same. */
describe.each([
  ['the server', nestQuotes],
  ['the pages', nestQuotesOnPages],
])('quotation marks by %s', (_who, nest) => {
  it.each([
    ['打开““万名人才工程”参训人数”', '打开“‘万名人才工程’参训人数”'],
    ['“甲”和“乙”', '“甲”和“乙”'],
    ['Phase “The “new” plan” opens', 'Phase “The ‘new’ plan” opens'],
    ['““““深”层””', '“‘“‘深’层”’'],
    ['无引号', '无引号'],
    ['多了一个”，“甲”', '多了一个”，“甲”'],
  ])('%s', (text, expected) => {
    expect(nest(text)).toBe(expected);
  });
});
