/** Why a phase is carried over as it is, or cannot be: codes and their words. */
import type { Localised } from '../../definition/localised.ts';

/** A reason that stands in the way, with the key that it is about. */
export interface Obstacle {
  readonly code: keyof typeof OBSTACLES;
  readonly about: string;
}

type Words = (about: string) => Localised;

const RETURN_FIRST = {
  zh: '可先将该阶段退回重办，再变更版本。',
  en: 'Return the phase to itself first, then migrate.',
};

const OBSTACLES = {
  'opened-phase-gone': () => ({
    zh: '该阶段已经开启过，新版本须保留它，使办理和签批的记录仍可查阅。',
    en: 'The phase has been opened; the new version must keep it, so that what was done and signed in it stays readable.',
  }),
  'signed-shape-changed': () => ({
    zh: '该阶段已办结，新版本不得改变其交付物、签批环节和签批规则。',
    en: 'The phase is closed; the new version may not change its deliverables, steps and policies.',
  }),
  'waits-for-open': (about) => ({
    zh: `新版本要求先办结“${about}”，而本阶段已在进行。`,
    en: `The new version lets the phase wait for “${about}”, which is not closed, but it is open already.`,
  }),
  'handed-in-gone': (about) => ({
    zh: `已提交的交付物“${about}”在新版本中不存在。${RETURN_FIRST.zh}`,
    en: `Deliverable “${about}” was handed in and is not in the new version. ${RETURN_FIRST.en}`,
  }),
  'handed-in-judged-anew': (about) => ({
    zh: `已提交的交付物“${about}”的格式、校验或提交时点有变化。${RETURN_FIRST.zh}`,
    en: `Deliverable “${about}” was handed in and its form, its checks or its place among the steps are changed. ${RETURN_FIRST.en}`,
  }),
  'deliverable-after-votes': (about) => ({
    zh: `已有签批，新版本又增加交付物“${about}”。${RETURN_FIRST.zh}`,
    en: `Somebody has signed, and the new version adds deliverable “${about}”. ${RETURN_FIRST.en}`,
  }),
  'voted-step-gone': (about) => ({
    zh: `已有签批的环节“${about}”在新版本中不存在。${RETURN_FIRST.zh}`,
    en: `Step “${about}” has votes and is not in the new version. ${RETURN_FIRST.en}`,
  }),
  'voted-policy-changed': (about) => ({
    zh: `已有签批的环节“${about}”的签批规则有变化。${RETURN_FIRST.zh}`,
    en: `Step “${about}” has votes and its policy is changed. ${RETURN_FIRST.en}`,
  }),
  'step-before-voted': (about) => ({
    zh: `新版本在已有签批的环节“${about}”之前插入了未通过的环节。${RETURN_FIRST.zh}`,
    en: `The new version puts a step before “${about}”, which has votes. ${RETURN_FIRST.en}`,
  }),
  'called-for-changed': (about) => ({
    zh: `已要求提交的交付物“${about}”在新版本中改在其他环节之后提交。${RETURN_FIRST.zh}`,
    en: `Deliverable “${about}” was called for, and the new version puts it after another step. ${RETURN_FIRST.en}`,
  }),
  'worked-step-changed': (about) => ({
    zh: `环节“${about}”已转办、加签、征询意见或开过会议，新版本又改变该环节。${RETURN_FIRST.zh}`,
    en: `In step “${about}” a slot was transferred, a signer added, somebody consulted or a meeting held, and the new version changes the step. ${RETURN_FIRST.en}`,
  }),
  'extension-asked': (about) => ({
    zh: `申请延期至 ${about} 尚未决定。可先作决定，或选择保留现有日期。`,
    en: `An extension to ${about} is asked for. Decide on it first, or choose to keep the present date.`,
  }),
  'answer-owed': (about) => ({
    zh: `该期的“${about}”尚待答复。`,
    en: `An answer to “${about}” is still owed in this period.`,
  }),
  'measured-otherwise': (about) => ({
    zh: `指标“${about}”的单位或数据来源有变化，已填报的数值将失去含义。请另立指标。`,
    en: `Indicator “${about}” has another unit or source, so that what was reported would lose its meaning. Give it a new key.`,
  }),
  'met-target-changed': (about) => ({
    zh: `指标“${about}”的该项目标已达成，新版本不得改变它。`,
    en: `This target of indicator “${about}” was met; the new version may not change it.`,
  }),
  'date-past': (about) => ({
    zh: `按新版本，截止日为 ${about}，已经过去。可选择保留现有日期。`,
    en: `By the new version the due day is ${about}, which is past. Choose to keep the present date.`,
  }),
  'added-past': (about) => ({
    zh: `新增阶段的截止日为 ${about}，已经过去。`,
    en: `The phase is new and its due day is ${about}, which is past.`,
  }),
} as const satisfies Readonly<Record<string, Words>>;

export function obstacleWords({ code, about }: Obstacle): Localised {
  return OBSTACLES[code](about);
}

export const WHY = {
  same: { zh: '日期不变。', en: 'Its dates stay.' },
  over: { zh: '已办结，维持原状。', en: 'It is over and stays as it is.' },
  chosen: {
    zh: '新版本的日期不同，按选择保留现有日期。',
    en: 'The new version has other dates; the present ones are kept, as chosen.',
  },
  redated: { zh: '按新版本重新计算日期。', en: 'Its dates are reckoned anew by the new version.' },
  added: { zh: '新版本新增。', en: 'The new version adds it.' },
  removed: {
    zh: '新版本不再有此阶段，且尚未开启。',
    en: 'The new version no longer has it, and it has not opened.',
  },
} as const satisfies Readonly<Record<string, Localised>>;
