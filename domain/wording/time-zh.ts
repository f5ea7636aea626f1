/** The sentences of the governance of time in Chinese. */
import { measureLabels } from './labels.ts';
import type { NotificationWords } from './notification-content.ts';
import type { Scene } from './scene.ts';
import { isWithParent, type TimeNotificationKind } from './time-content.ts';

const SIGN_IN = '申请理由和进展请登录系统查看。';
const OPINION = '具体意见请登录系统查看。';

export const chineseTimeNotifications: Pick<NotificationWords, TimeNotificationKind> = {
  ExtensionRequested: (data, scene) => ({
    subject: `【延期申请】${scene.phaseInSubject(data.phase)}：请决定`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])}申请将${place(data, scene)}的截止日期由${scene.date(data.from)}延至${scene.date(data.to)}。${SIGN_IN}`,
      `请于${scene.date(data.from)}（含当日）前决定；逾期未决定的，申请失效，原截止日期不变。`,
    ],
  }),
  DeadlineExtended: (data, scene) => ({
    subject: `【准予延期】${scene.phaseInSubject(data.phase)}：延至${scene.date(data.to)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])}准予${place(data, scene)}延期：截止日期由${scene.date(data.from)}改为${scene.date(data.to)}（含当日）。`,
      '请按新的期限办结。',
    ],
  }),
  ExtensionRefused: (data, scene) => ({
    subject: `【不予延期】${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])}决定对${place(data, scene)}不予延期，截止日期仍为${scene.date(data.dueOn)}（含当日）。${OPINION}`,
    ],
  }),
  ProgrammeSuspended: (data, scene) => ({
    subject: '【中止】方案暂停实施',
    paragraphs: [
      salutation(scene),
      `${isWithParent(data) ? `《${scene.programme}》随上级方案中止` : `${scene.offices([data.office])}决定中止《${scene.programme}》`}。中止期间停止计时，不提醒、不督办，也不能办理。`,
    ],
  }),
  ProgrammeResumed: (data, scene) => ({
    subject: '【恢复】方案继续实施',
    paragraphs: [
      salutation(scene),
      `${isWithParent(data) ? `《${scene.programme}》随上级方案恢复实施` : `${scene.offices([data.office])}决定恢复实施《${scene.programme}》`}。尚未办结的各阶段期限顺延${data.days}天，请登录系统查看新的日期。`,
    ],
  }),
  ClimbStopped: (data, scene) => ({
    subject: `【停止督办】${scene.phaseInSubject(data.phase)}：认定正当理由`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])}认定${place(data, scene)}逾期有正当理由，本轮不再逐级督办。逾期记录保留，事项仍须办结。`,
    ],
  }),
  AnswerMissed: (data, scene) => ({
    subject: `【逾期未答复】${scene.phaseInSubject(data.phase)}：${scene.rung(data.rung)}`,
    paragraphs: [
      salutation(scene),
      `就${place(data, scene)}的${scene.rung(data.rung)}，${scene.offices(data.responsible)}应于${scene.date(data.answerDueOn)}（含当日）前书面答复，至今未答复。`,
      scene.concerns(data.responsible)
        ? '请立即补作答复，答复将注明逾期。'
        : '特此告知，请督促责任单位尽快答复。',
    ],
  }),
  ReviewRequested: (data, scene) => ({
    subject: `【复核申请】${scene.phaseInSubject(data.phase)}：${scene.rung(data.rung)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])}就${place(data, scene)}的${scene.rung(data.rung)}申请复核。理由请登录系统查看。`,
      `请于${scene.date(data.dueOn)}（含当日）前作出决定。`,
    ],
  }),
  ReviewDecided: (data, scene) => ({
    subject: `【复核决定】${scene.phaseInSubject(data.phase)}：${data.upheld ? '维持' : '撤销'}${scene.rung(data.rung)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])}复核决定：${data.upheld ? '维持' : '撤销'}对${place(data, scene)}的${scene.rung(data.rung)}。${data.upheld ? '' : '该项在通报清单中注明已撤销。'}${OPINION}`,
    ],
  }),
  AccountabilityDecided: (data, scene) => ({
    subject: `【问责建议的决定】${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])}已就${place(data, scene)}的问责建议作出决定：${measureLabels[data.measure].zh}。${OPINION}`,
    ],
  }),
};

function salutation(scene: Scene): string {
  return `${scene.reader}：`;
}

function place(data: { readonly phase: string; readonly round: number }, scene: Scene): string {
  const round = data.round > 1 ? `（第${data.round}轮）` : '';
  return `《${scene.programme}》“${scene.phase(data.phase)}”阶段${round}`;
}
