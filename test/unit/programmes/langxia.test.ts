/** The Langxia definition holds every demand of the paper's clauses. */
import { describe, expect, test } from '@jest/globals';
import { runChecks } from '../../../domain/definition/checks/index.ts';
import { officesOf } from '../../../domain/definition/policy.ts';
import { createCatalogue } from '../../../programmes/catalogue.ts';
import { validateData } from '../../../programmes/deliverable-data.ts';

const found = createCatalogue().latest('langxia-transition');
if (found === undefined) throw new Error('Langxia does not ship');
const langxia = found;
const tables = langxia.phases.flatMap(({ key, deliverables }) =>
  deliverables
    .filter(({ kind }) => kind === 'table')
    .map((table) => ({ name: `${key}/${table.key}`, table })),
);

test('clause 2: the leading group and its office, and a supervisor that Milepost added', () => {
  expect(langxia.offices.map(({ key, title, clause }) => [key, title.zh, clause])).toEqual([
    ['mayor', '镇长', '二'],
    ['deputy-secretary', '专职副书记', '二'],
    ['deputy-mayor', '分管就业工作的副镇长', '二'],
    ['town-office', '镇办公室', '二'],
    ['labour-office', '劳保所', '二'],
    ['finance-office', '财政所', '二'],
    ['group-office', '领导小组办公室', '二'],
    ['village-heads', '各村(居)党政主要负责人', '二'],
    ['supervision-office', '督查', null],
  ]);
  expect(langxia.owner).toBe('group-office');
});

test('clauses 3 and 4(1): eight teams, four stations, 81 people', () => {
  const plan = tables.find(({ name }) => name === 'staffing/staffing-plan')?.table;
  const params = JSON.parse(JSON.stringify(plan?.checks?.[0]?.params)) as {
    stations: { title: { zh: string }; teams: { title: { zh: string }; locked: number }[] }[];
  };
  const locked = params.stations.map(({ title, teams }) => [
    title.zh,
    teams.map((team) => `${team.title.zh}${team.locked}人`),
  ]);
  expect(plan?.checks?.map(({ name }) => name)).toEqual(['locked-headcount', 'staff-changes']);
  expect(locked).toEqual([
    ['劳动保障工作站', ['劳动保障协管员8人', '就业援助协管员13人', '社会保险协管员1人']],
    ['社区安全工作站', ['社区综治社保队员14人', '社区综合协管员29人']],
    ['环境服务工作站', ['市容环境协管员13人']],
    ['经济服务工作站', ['商品交易市场协管员2人', '特种设备安全协管员1人']],
  ]);
  const teams = params.stations.flatMap((station) => station.teams);
  expect(teams.reduce((sum, team) => sum + team.locked, 0)).toBe(81);
  expect(teams).toHaveLength(8);
});

test('clause 4: one out, one in; newcomers paid by halves; no income lower', () => {
  const plan = tables.find(({ name }) => name === 'staffing/staffing-plan')?.table;
  const judged = (change: object, newcomerCost?: object): readonly string[] => {
    const [row, ...rows] = (plan?.example as { rows: object[] }).rows;
    const data = { rows: [{ ...row, ...change }, ...rows], ...(newcomerCost && { newcomerCost }) };
    expect(validateData(plan?.schema ?? {}, data)).toEqual([]);
    return runChecks(plan?.checks ?? [], data).faults.map(({ code }) => code);
  };
  expect(judged({ leaving: 1, joining: 1 }, { district: 50, town: 50 })).toEqual([]);
  expect(judged({ joining: 1 }, { district: 50, town: 50 })).toEqual(['newcomer-without-leaver']);
  expect(judged({ leaving: 1, joining: 1 }, { district: 40, town: 60 })).toEqual([
    'newcomer-cost-split',
  ]);
  expect(judged({ incomeBefore: 2000, incomeAfter: 1999 })).toEqual(['income-lower']);
});

test('clause 5: seven windows of 2013, both dates included, one after another', () => {
  expect(langxia.phases.map(({ window, clause }) => [clause, window.from, window.to])).toEqual([
    ['五.1', '2013-09-15', '2013-09-30'],
    ['五.2', '2013-10-01', '2013-10-15'],
    ['五.3', '2013-10-16', '2013-10-31'],
    ['五.4', '2013-11-01', '2013-11-15'],
    ['五.5', '2013-11-16', '2013-11-30'],
    ['五.6', '2013-12-01', '2013-12-15'],
    ['五.7', '2013-12-16', '2013-12-31'],
  ]);
  const keys = langxia.phases.map(({ key }) => key);
  expect(langxia.phases.map(({ after }) => after)).toEqual([
    [],
    ...keys.slice(0, -1).map((key) => [key]),
  ]);
  expect([langxia.startsOn, langxia.zone, langxia.calendar]).toEqual([
    '2013-09-15',
    'Asia/Shanghai',
    'cn-public',
  ]);
});

test.each<readonly [string, readonly string[]]>([
  ['survey', ['成立领导小组', '工作方案', '相关单位负责人会议', '摸底调查']],
  ['analysis', ['分析研究', '修订后的改制方案', '计划', '负责人员选配']],
  ['staffing', ['相关单位负责人会议', '机构设置', '人员配备方案', '报上级相关部门']],
  ['rules', ['相关会议', '绩效考核标准', '绩效考核方法', '管理制度']],
  ['registration', ['改制工作方案', '登记注册']],
  ['assembly', ['改制整合队伍会议', '工作站机构设置及负责人', '登记注册完成']],
  ['archive', ['资料归档', '总结']],
])('clause 5: what %s owes', (key, words) => {
  const phase = langxia.phases.find((candidate) => candidate.key === key);
  const titles = (phase?.deliverables ?? []).map(({ title }) => title.zh);
  expect(titles).toHaveLength(words.length);
  words.forEach((word, index) => {
    expect(titles[index]).toContain(word);
  });
  expect(phase?.deliverables.every(({ clause }) => clause === phase.clause)).toBe(true);
});

describe.each(langxia.phases)('sign-off of $key', ({ steps, deliverables }) => {
  test('climbs from the members over the office and the deputies to the mayor', () => {
    expect(steps.map((step) => step.key)).toEqual(['offices', 'group-office', 'deputies', 'mayor']);
    const owing = new Set(deliverables.map(({ office }) => office));
    const members = ['town-office', 'labour-office', 'finance-office', 'village-heads'];
    const [offices = [], ...above] = steps.map(({ policy }) => officesOf(policy));
    expect([...offices].toSorted()).toEqual(members.filter((key) => !owing.has(key)).toSorted());
    expect(above).toEqual([['group-office'], ['deputy-secretary', 'deputy-mayor'], ['mayor']]);
  });
});

test('every kind of policy is in use', () => {
  const kinds = langxia.phases.flatMap(({ steps }) => steps.map(({ policy }) => policy.kind));
  expect([...new Set(kinds)].toSorted()).toEqual(['all', 'any', 'atLeast', 'office', 'sequence']);
});

test('the ladder: reminders and rungs on their working days at nine', () => {
  const { reminders, rungs } = langxia.ladder;
  expect(reminders.map(({ workdaysBefore, at }) => [workdaysBefore, at])).toEqual([
    [5, '09:00'],
    [2, '09:00'],
    [0, '09:00'],
  ]);
  expect(rungs.map(({ title, workdaysAfter, at }) => [title.zh, workdaysAfter, at])).toEqual([
    ['催办', 1, '09:00'],
    ['督办', 3, '09:00'],
    ['通报', 5, '09:00'],
    ['问责建议', 10, '09:00'],
  ]);
  expect(langxia.rework).toEqual({ value: 5, unit: 'workdays' });
});

test.each(tables)('the example of $name satisfies its schema and its checks', ({ table }) => {
  expect(validateData(table.schema ?? {}, table.example)).toEqual([]);
  expect(table.checks).not.toHaveLength(0);
  expect(runChecks(table.checks ?? [], table.example)).toEqual({ ok: true, faults: [] });
});

test.each([
  '/zone',
  '/startsOn',
  '/ladder/reminders',
  '/ladder/rungs',
  '/rework',
  '/offices/8',
  '/owner',
])('a note explains the choice at %s', (about) => {
  expect(langxia.notes.map((note) => note.about)).toContain(about);
});
