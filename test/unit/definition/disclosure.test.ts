/** Disclosures 公开/公示: each way in which one can fail, and why it is said to. */
import { describe, expect, test } from '@jest/globals';
import { runChecks } from '../../../domain/definition/checks/index.ts';
import {
  disclosureExample,
  disclosureSchema,
  judgeDisclosure,
} from '../../../domain/definition/disclosure.ts';
import { validateData } from '../../../programmes/deliverable-data.ts';

const RULE = { minimumDays: 7, enteredSameDay: false };
const SAME_DAY = { minimumDays: 1, enteredSameDay: true };
const context = {
  today: '2013-09-20',
  window: { from: '2013-09-01', to: '2013-09-30' },
  owedSince: '2013-09-10',
};
const good = disclosureExample(RULE, '2013-09-10');

function found(changes: object, rule = RULE): readonly string[] {
  return judgeDisclosure(rule, { ...good, ...changes }, context).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
}

test.each([RULE, SAME_DAY])('the example for %j satisfies schema and judgement', (rule) => {
  const example = disclosureExample(rule, '2013-09-10');
  expect(validateData(disclosureSchema(rule), example)).toEqual([]);
  expect(judgeDisclosure(rule, example, context)).toEqual([]);
});

describe('a disclosure', () => {
  test.each<readonly [string, object, readonly string[]]>([
    ['of seven days, both included', { removedOn: '2013-09-16' }, []],
    ['of six days', { removedOn: '2013-09-15' }, ['/removedOn posted-too-briefly']],
    ['that ended before it began', { removedOn: '2013-09-01' }, ['/removedOn posted-too-briefly']],
    ['that will end tomorrow', { removedOn: '2013-09-21' }, ['/removedOn day-in-future']],
    ['that ends today', { removedOn: '2013-09-20' }, []],
    ['posted before it was owed', { postedOn: '2013-09-09' }, ['/postedOn posted-too-early']],
    [
      'posted in the future',
      { postedOn: '2013-09-21', removedOn: '2013-09-30' },
      ['/postedOn day-in-future', '/removedOn day-in-future'],
    ],
    ['without a day', { postedOn: undefined }, ['/postedOn disclosure-incomplete']],
    ['with a day that is none', { removedOn: '2013-02-30' }, ['/removedOn disclosure-incomplete']],
    [
      'with an objection that nobody answered',
      { objections: [{ receivedOn: '2013-09-11', text: '为何' }] },
      ['/objections/0 objection-unanswered'],
    ],
    [
      'with a blank answer',
      {
        objections: [
          { receivedOn: '2013-09-11', text: '为何', answeredOn: '2013-09-12', answer: ' ' },
        ],
      },
      ['/objections/0 objection-unanswered'],
    ],
    [
      'with an answer before its objection',
      {
        objections: [
          { receivedOn: '2013-09-11', text: '为何', answeredOn: '2013-09-10', answer: '已办' },
        ],
      },
      ['/objections/0/answeredOn answered-before-received'],
    ],
    ['without a list of objections', { objections: {} }, ['/objections disclosure-incomplete']],
  ])('%s is judged', (_name, changes, faults) => {
    expect(found(changes)).toEqual(faults);
  });

  test('must be entered on the platform on the very day where the rule says so', () => {
    const posted = { postedOn: '2013-09-10', removedOn: '2013-09-10' };
    const late = { ...posted, enteredOn: '2013-09-11' };
    expect(found(late, SAME_DAY)).toEqual(['/enteredOn not-entered-same-day']);
    expect(found(posted, SAME_DAY)).toEqual(['/enteredOn not-entered-same-day']);
    expect(found({ ...posted, enteredOn: '2013-09-10' }, SAME_DAY)).toEqual([]);
    expect(validateData(disclosureSchema(SAME_DAY), { ...good, ...posted })).not.toEqual([]);
  });

  test.each([null, 7, 'x', [], {}, { objections: 1 }, { postedOn: {}, removedOn: [] }])(
    'that is %j gives faults, not an exception',
    (data) => {
      expect(judgeDisclosure(RULE, data, context)).not.toEqual([]);
    },
  );
});

describe('accounts', () => {
  const audited = { name: 'audited-item-by-item', params: {} };
  const item = (amount: unknown, ...checkedBy: readonly string[]): object => ({
    item: '路灯电费',
    voucher: '001',
    amount,
    checkedBy,
  });
  const codes = (data: unknown): readonly string[] =>
    runChecks([audited], data).faults.map(({ pointer, code }) => `${pointer} ${code}`);

  test.each<readonly [string, unknown, readonly string[]]>([
    [
      'that everybody of the board checked and that add up, cents included',
      { board: ['甲', '乙'], total: 0.3, rows: [item(0.1, '甲', '乙'), item(0.2, '乙', '甲')] },
      [],
    ],
    [
      'with an item that one of the board did not check',
      { board: ['甲', '乙'], total: 1, rows: [item(1, '甲')] },
      ['/rows/0/checkedBy item-not-checked'],
    ],
    [
      'checked by a stranger',
      { board: ['甲'], total: 1, rows: [item(1, '甲', '丁')] },
      ['/rows/0/checkedBy checker-unknown'],
    ],
    [
      'that do not add up',
      { board: ['甲'], total: 3, rows: [item(1, '甲'), item(1.5, '甲')] },
      ['/total total-wrong'],
    ],
    [
      'with a third of a cent',
      { board: ['甲'], total: 0, rows: [item(0.001, '甲')] },
      ['/rows/0/amount amount-invalid'],
    ],
    ['without a board', { board: [], total: 0, rows: [] }, ['/board board-missing']],
    ['that are no table', null, ['/rows rows-missing', '/board board-missing']],
  ])('%s are judged', (_name, data, faults) => {
    expect(codes(data)).toEqual(faults);
  });
});
