/** The sentences of notifications about who acts, in Chinese. */
import { signerPlaceLabels } from './labels.ts';
import type { HandsNotificationKind } from './hands-content.ts';
import type { NotificationWords } from './notification-content.ts';
import type { Scene } from './scene.ts';

export const chineseHands: Pick<NotificationWords, HandsNotificationKind> = {
  SlotTransferred: (data, scene) => ({
    subject: `【转办】${scene.phaseInSubject(data.phase)}：${scene.step(data.phase, data.step)}`,
    paragraphs: [
      `${scene.reader}：`,
      `${scene.offices([data.from])}已将${place(data, scene)}的签批席位（签批环节：${scene.step(data.phase, data.step)}）转由${scene.offices([data.to])}办理。`,
      '请及时作出决定；转办理由请登录系统查看。',
    ],
  }),
  SignerAdded: (data, scene) => ({
    subject: `【加签】${scene.phaseInSubject(data.phase)}：${scene.step(data.phase, data.step)}`,
    paragraphs: [
      `${scene.reader}：`,
      `${scene.offices([data.office])}在${place(data, scene)}的签批环节“${scene.step(data.phase, data.step)}”中请${scene.offices([data.signer])}加签（${signerPlaceLabels[data.place].zh}）。`,
      data.place === 'after'
        ? '轮到签批时另行通知；加签理由请登录系统查看。'
        : '请及时作出决定；加签理由请登录系统查看。',
    ],
  }),
  ConsultationAsked: (data, scene) => ({
    subject: `【征询意见】${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `${scene.reader}：`,
      `${scene.offices([data.office])}就${place(data, scene)}的签批环节“${scene.step(data.phase, data.step)}”征询${scene.offices([data.consulted])}意见。`,
      '请登录系统查看所询事项并答复；签批仍由征询方作出。',
    ],
  }),
  ConsultationAnswered: (data, scene) => ({
    subject: `【征询答复】${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `${scene.reader}：`,
      `${scene.offices([data.office])}已答复${scene.offices([data.asker])}就${place(data, scene)}的签批环节“${scene.step(data.phase, data.step)}”所作的征询。`,
      '答复请登录系统查看，并请及时签批。',
    ],
  }),
  PhaseCopied: (data, scene) => ({
    subject: `【抄送】${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `${scene.reader}：`,
      `${scene.offices([data.office])}将${place(data, scene)}抄送你处知悉。`,
      '详情请登录系统查看，无须办理。',
    ],
  }),
  PhaseUrged: (data, scene) => ({
    subject: `【催办】${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `${scene.reader}：`,
      `${scene.offices([data.office])}催办${place(data, scene)}。责任单位：${scene.offices(data.responsible)}。`,
      '请抓紧办理所承担的事项。',
    ],
  }),
  InnerDateMissed: (data, scene) => ({
    subject: `【协办逾期】${scene.phaseInSubject(data.phase)}：${scene.offices([data.office])}`,
    paragraphs: [
      `${scene.reader}：`,
      `${scene.offices([data.office])}应于${scene.date(data.innerDueOn)}（含当日）前完成${place(data, scene)}的协办事项，现已逾期。牵头单位：${scene.offices([data.lead])}。`,
      scene.concerns([data.office])
        ? '请立即提交所承担的材料。'
        : '特此告知，请牵头督促其尽快提交。',
    ],
  }),
};

function place(data: { readonly phase: string; readonly round: number }, scene: Scene): string {
  const round = data.round > 1 ? `（第${data.round}轮）` : '';
  return `《${scene.programme}》“${scene.phase(data.phase)}”阶段${round}`;
}
