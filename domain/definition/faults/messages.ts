/** The words of the faults of a definition, in both languages, by code. */
import { fault, type Fault } from '../fault.ts';
import { HANDS_MESSAGES } from './hands-messages.ts';
import type { Localised } from '../localised.ts';

const MESSAGES = {
  'key-invalid': {
    zh: '须由小写字母、数字和连字符组成（最长 64 个字符）',
    en: 'A key is made of lower-case letters, digits and hyphens, 64 characters at most',
  },
  'version-invalid': {
    zh: '版本须为不小于 1 的整数',
    en: 'The version must be a whole number of 1 or more',
  },
  'text-blank': { zh: '缺少这种语言的文字', en: 'The text is missing in this language' },
  'zone-unknown': { zh: '时区不存在', en: 'There is no such time zone' },
  'calendar-unknown': { zh: '没有这个工作日历', en: 'There is no such working-day calendar' },
  'date-invalid': { zh: '不是有效日期（YYYY-MM-DD）', en: 'This is not a valid date (YYYY-MM-DD)' },
  'time-invalid': { zh: '不是有效时间（HH:MM）', en: 'This is not a valid time (HH:MM)' },
  'start-without-phase': {
    zh: '没有阶段在这一天开始',
    en: 'No phase starts on this day',
  },
  'owner-unknown': { zh: '牵头职务不在职务表中', en: 'The owner is not among the offices' },
  'office-repeated': { zh: '职务重复', en: 'The office is listed twice' },
  'office-unknown': { zh: '没有这个职务', en: 'There is no such office' },
  'offices-missing': { zh: '没有职务', en: 'There is no office' },
  'superior-unknown': {
    zh: '上级不在职务表中',
    en: 'The superior is not among the offices',
  },
  'superior-cycle': { zh: '上级关系成环', en: 'The line of superiors runs in a circle' },
  'phases-missing': { zh: '没有阶段', en: 'There is no phase' },
  'phase-repeated': { zh: '阶段重复', en: 'The phase is listed twice' },
  'phase-unreachable': {
    zh: '这一阶段永远不会开启：它所等待的阶段不存在或互相等待',
    en: 'The phase can never open: what it waits for does not exist or waits in a circle',
  },
  'window-backwards': { zh: '结束日期早于开始日期', en: 'The window ends before it begins' },
  'window-before-start': {
    zh: '窗口早于方案的开始日期',
    en: 'The window begins before the start of the plan',
  },
  'window-before-predecessor': {
    zh: '窗口在其所等待的阶段开始之前就已结束',
    en: 'The window ends before the phase it waits for begins',
  },
  'after-unknown': { zh: '没有这个阶段', en: 'There is no such phase' },
  'after-repeated': { zh: '所等待的阶段重复', en: 'The phase is waited for twice' },
  'after-cycle': { zh: '阶段互相等待', en: 'The phases wait for one another in a circle' },
  'deliverables-missing': {
    zh: '这一阶段没有交付物',
    en: 'The phase has no deliverable',
  },
  'deliverable-repeated': { zh: '交付物重复', en: 'The deliverable is listed twice' },
  'deliverable-duties': {
    zh: '提交交付物的职务不得在同一阶段签批',
    en: 'The office that owes the deliverable may not sign in the same phase',
  },
  'table-schema-missing': { zh: '表格缺少 JSON Schema', en: 'A table needs a JSON Schema' },
  'table-example-missing': { zh: '表格缺少示例', en: 'A table needs an example' },
  'table-only': {
    zh: '只有表格可以有 schema、example 和 checks',
    en: 'Only a table has a schema, an example and checks',
  },
  'disclosure-only': {
    zh: '只有公开事项可以有 disclosure',
    en: 'Only a disclosure has a rule of disclosure',
  },
  'disclosure-missing': {
    zh: '公开事项缺少 disclosure（公开天数等）',
    en: 'A disclosure needs its rule: for how many days, and where it is entered',
  },
  'disclosure-days': {
    zh: '公开天数须为不小于 1 的整数',
    en: 'The days of disclosure must be a whole number of 1 or more',
  },
  'disclosure-window': {
    zh: '公开天数长于这一阶段的窗口',
    en: 'The days of disclosure are more than the phase has',
  },
  'after-step-unknown': {
    zh: '这一阶段没有这个签批环节',
    en: 'The phase has no such step',
  },
  'deliverables-all-later': {
    zh: '这一阶段没有一开始就应提交的交付物，签批无法开始',
    en: 'Nothing is owed when the phase opens, so that signing could never begin',
  },
  'steps-missing': { zh: '这一阶段没有签批环节', en: 'The phase has no step' },
  'step-repeated': { zh: '签批环节重复', en: 'The step is listed twice' },
  'policy-empty': { zh: '签批规则没有任何职务', en: 'The policy asks nobody' },
  'policy-count': {
    zh: '至少同意的数目须为 1 至所列数目之间的整数',
    en: 'The count must be a whole number from 1 to the number of parts',
  },
  'policy-share': {
    zh: '法定人数和多数须为 0 与 1 之间能够达到的分数（分母不超过 1000）',
    en: 'Quorum and majority must be a fraction from 0 to 1 that can be reached, in parts of at most 1000',
  },
  'policy-office-repeated': {
    zh: '同一职务在一个环节中出现两次',
    en: 'The office stands twice in one step',
  },
  'reminder-days': {
    zh: '提前的工作日须为不小于 0 的整数',
    en: 'The working days before must be a whole number of 0 or more',
  },
  'reminder-repeated': {
    zh: '同一天提醒两次',
    en: 'Two reminders fall on the same day',
  },
  'rung-repeated': { zh: '阶梯级别重复', en: 'The rung is listed twice' },
  'rung-days': {
    zh: '逾期的工作日须为不小于 1 的整数',
    en: 'The working days after must be a whole number of 1 or more',
  },
  'rung-order': {
    zh: '阶梯须由轻到重、由早到晚排列',
    en: 'The rungs must stand from mild to severe and from early to late',
  },
  'rung-answer': {
    zh: '答复期限须为不小于 1 的整数',
    en: 'The days for an answer must be a whole number of 1 or more',
  },
  'rung-levels': {
    zh: '上级层数须为不小于 0 的整数',
    en: 'The levels of superiors must be a whole number of 0 or more',
  },
  'rung-nobody': { zh: '这一级没有通知对象', en: 'The rung reaches nobody' },
  'rework-invalid': {
    zh: '退回后的期限须为不小于 1 的整数',
    en: 'The time after a return must be a whole number of 1 or more',
  },
  'decider-same': {
    zh: '决定机构自己申请时，须由另一职务决定',
    en: 'Another office must decide where the deciding office itself applies',
  },
  'extensions-most': {
    zh: '延期次数须为不小于 1 的整数',
    en: 'The number of extensions must be a whole number of 1 or more',
  },
  'review-days': {
    zh: '复核期限须为不小于 1 的整数',
    en: 'The days for a review must be a whole number of 1 or more',
  },
  'cool-down': {
    zh: '催办间隔须为不小于 1 的整数',
    en: 'The hours between two urgings must be a whole number of 1 or more',
  },
  'duty-repeated': { zh: '常态任务重复', en: 'The duty is listed twice' },
  'duty-key-taken': {
    zh: '已有同名的阶段或指标',
    en: 'A phase or an indicator has this key already',
  },
  'duty-backwards': {
    zh: '常态任务的结束日期早于开始日期',
    en: 'The duty ends before it begins',
  },
  'duty-month': {
    zh: '月份须为周期之内或其后一个月的整数',
    en: 'The month must be a whole number within the period or one past it',
  },
  'duty-day': { zh: '日须为整数', en: 'The day must be a whole number' },
  'duty-due-before-opens': {
    zh: '截止日早于每期的开始日',
    en: 'A period would be due before it opens',
  },
  'indicator-repeated': { zh: '指标重复', en: 'The indicator is listed twice' },
  'indicator-key-taken': {
    zh: '已有同名的阶段或常态任务',
    en: 'A phase or a duty already has this key',
  },
  'unit-set-unknown': { zh: '没有这个单位范围', en: 'There is no such set of units' },
  'rollout-unknown': { zh: '没有这项推广', en: 'There is no such roll-out' },
  'roll-up-share': {
    zh: '比例不能相加，须按比例汇总或逐一达标',
    en: 'Shares do not add up; roll them up as a ratio, or ask each unit',
  },
  'roll-up-no-units': {
    zh: '没有单位，不能要求逐一达标',
    en: 'Without units, no unit can be asked by itself',
  },
  'units-not-countable': {
    zh: '由单位统计的指标须为百分比或个数',
    en: 'What is counted from units is a percentage or a count',
  },
  'group-missing': {
    zh: '这些单位不属于更大的单位，不能按组要求',
    en: 'These units lie in no wider ones, so no group can be asked',
  },
  'targets-missing': { zh: '指标没有目标', en: 'The indicator has no target' },
  'target-repeated': { zh: '目标重复', en: 'The target is listed twice' },
  'target-value': {
    zh: '目标值须不小于 0，最多四位小数；百分比不超过 100',
    en: 'The value is not below 0 and has four decimals at most; a percentage is not above 100',
  },
  'counting-reported': {
    zh: '只有由单位统计的指标才能只计期内完成的',
    en: 'Only what is counted from units can be counted within a time',
  },
  'pace-ceiling': {
    zh: '只有“不低于”或“高于”的目标才有序时进度',
    en: 'Only a target of at least or more than something has an even pace',
  },
  'note-nowhere': {
    zh: '说明所指之处不存在',
    en: 'The note points at nothing in the definition',
  },
  ...HANDS_MESSAGES,
} as const satisfies Record<string, Localised>;

export type DefinitionFaultCode = keyof typeof MESSAGES;

/** A fault of the definition; the value that is wrong is shown where it helps. */
export function definitionFault(pointer: string, code: DefinitionFaultCode, value?: string): Fault {
  const { zh, en } = MESSAGES[code];
  return fault(
    pointer,
    code,
    value === undefined ? { zh, en } : { zh: `${zh}：${value}`, en: `${en}: ${value}` },
  );
}
