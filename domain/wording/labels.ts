/** The names of statuses, decisions and rungs as people read them, in both languages. */
import type { Localised, RungKey } from '../definition/types.ts';
import type { AccountabilityMeasure } from '../programme/time/commands.ts';
import type { SignerPlace } from '../programme/hands/effective-policy.ts';
import type { DecisionKind, PhaseStatus, ProgrammeStatus } from '../programme/state.ts';

export const programmeStatusLabels: Readonly<Record<ProgrammeStatus, Localised>> = {
  draft: { zh: '草稿', en: 'draft' },
  active: { zh: '进行中', en: 'active' },
  suspended: { zh: '已中止', en: 'suspended' },
  completed: { zh: '已完成', en: 'completed' },
  rejected: { zh: '未获同意', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  terminated: { zh: '已终止', en: 'terminated' },
};

export const phaseStatusLabels: Readonly<Record<PhaseStatus, Localised>> = {
  scheduled: { zh: '未开始', en: 'scheduled' },
  open: { zh: '进行中', en: 'open' },
  closed: { zh: '已办结', en: 'closed' },
  returned: { zh: '已退回', en: 'returned' },
  superseded: { zh: '已被取代', en: 'superseded' },
  lapsed: { zh: '已失效', en: 'lapsed' },
};

export const decisionLabels: Readonly<Record<DecisionKind, Localised>> = {
  approve: { zh: '同意', en: 'approve' },
  return: { zh: '退回', en: 'return' },
  reject: { zh: '不同意', en: 'reject' },
  abstain: { zh: '弃权', en: 'abstain' },
};

export const rungLabels: Readonly<Record<RungKey, Localised>> = {
  urge: { zh: '催办', en: 'urging' },
  supervise: { zh: '督办', en: 'supervision' },
  circulate: { zh: '通报', en: 'circulated criticism' },
  accountability: { zh: '问责建议', en: 'accountability proposal' },
};

export const signerPlaceLabels: Readonly<Record<SignerPlace, Localised>> = {
  before: { zh: '前加签', en: 'before' },
  after: { zh: '后加签', en: 'after' },
  beside: { zh: '并加签', en: 'beside' },
};

export const measureLabels: Readonly<Record<AccountabilityMeasure, Localised>> = {
  none: { zh: '不予问责', en: 'no measure' },
  talk: { zh: '谈话提醒', en: 'a reminding talk' },
  criticism: { zh: '批评教育', en: 'criticism' },
  'discipline-referral': { zh: '移送纪检机关', en: 'referral to the discipline body' },
};
