/**
 * Check `audited-item-by-item` 逐单审核: every item of the accounts was checked by every member of the supervision board, none by
 * anybody else, and the items add up to the totals.
 */
import { fault, shown, type Fault } from '../fault.ts';
import { fieldOf, isRecord, readRows, type Check, type Row } from './check.ts';
import { paramFault } from './params.ts';

/** Amounts are in yuan with two digits at most; they are added up in fen, as whole numbers. */
const FEN_PER_YUAN = 100;
const MOST_YUAN = 1e11;

/** Params: none (`{}`); data: `{board: [name], total, rows: [{item, voucher, amount, checkedBy: [name]}]}`. */
export const auditedItemByItem: Check = {
  name: 'audited-item-by-item',
  paramFaults: (params) =>
    isRecord(params) && Object.keys(params).length === 0
      ? []
      : [paramFault('', '此项核对没有参数', 'This check has no parameters')],
  judge(_params, data) {
    const { rows, faults } = readRows(data);
    const board = namesIn(data, 'board');
    if (board === null || board.length === 0) return [...faults, boardless()];
    return [
      ...faults,
      ...rows.flatMap((row) => [...amountFaults(row), ...checkerFaults(row, board)]),
      ...totalFaults(rows, data),
    ];
  },
};

function amountFaults({ pointer, fields }: Row): readonly Fault[] {
  return fenOf(fieldOf(fields, 'amount')) === null
    ? [
        fault(`${pointer}/amount`, 'amount-invalid', {
          zh: '金额须为以元计、至多两位小数的数',
          en: 'The amount must be in yuan with at most two digits after the point',
        }),
      ]
    : [];
}

function checkerFaults({ pointer, fields }: Row, board: readonly string[]): readonly Fault[] {
  const checkedBy = namesIn(fields, 'checkedBy') ?? [];
  const missing = board.filter((member) => !checkedBy.includes(member));
  const strangers = checkedBy.filter((name) => !board.includes(name));
  const at = `${pointer}/checkedBy`;
  return [
    ...missing.map((name) =>
      fault(at, 'item-not-checked', {
        zh: `监事会成员“${shown(name)}”未审核此项`,
        en: `“${shown(name)}” of the supervision board has not checked this item`,
      }),
    ),
    ...strangers.map((name) =>
      fault(at, 'checker-unknown', {
        zh: `“${shown(name)}”不是监事会成员`,
        en: `“${shown(name)}” is not of the supervision board`,
      }),
    ),
  ];
}

function totalFaults(rows: readonly Row[], data: unknown): readonly Fault[] {
  const total = fenOf(isRecord(data) ? fieldOf(data, 'total') : undefined);
  const amounts = rows.map(({ fields }) => fenOf(fieldOf(fields, 'amount')) ?? 0);
  const sum = amounts.reduce((added, amount) => added + amount, 0);
  if (total === sum) return [];
  const yuan = (sum / FEN_PER_YUAN).toFixed(2);
  return [
    fault('/total', 'total-wrong', {
      zh: `各项合计为 ${yuan} 元，与所填合计不符`,
      en: `The items add up to ${yuan} yuan, which is not the total given`,
    }),
  ];
}

function namesIn(data: unknown, member: string): readonly string[] | null {
  const list = isRecord(data) ? fieldOf(data, member) : undefined;
  if (!Array.isArray(list)) return null;
  const names = list.filter((name: unknown): name is string => typeof name === 'string');
  return names.length === list.length ? names : null;
}

/** Null when it is no amount of money. */
function fenOf(value: unknown): number | null {
  if (typeof value !== 'number' || !(Math.abs(value) <= MOST_YUAN)) return null;
  const fen = Math.round(value * FEN_PER_YUAN);
  return fen / FEN_PER_YUAN === value ? fen : null;
}

function boardless(): Fault {
  return fault('/board', 'board-missing', {
    zh: '缺少监事会成员名单',
    en: 'The members of the supervision board are missing',
  });
}
