/** The sentences in Chinese of meetings without a quorum and of what is owed once a step is approved. */
import type { NotificationWords } from './notification-content.ts';

export const chineseDeliberation: Pick<
  NotificationWords,
  'MeetingInquorate' | 'DeliverableCalledFor'
> = {
  MeetingInquorate: (data, scene) => ({
    subject: `【重新开会】${scene.phaseInSubject(data.phase)}：未达法定人数`,
    paragraphs: [
      `${scene.reader}：`,
      `《${scene.programme}》“${scene.phase(data.phase)}”阶段的“${scene.step(data.phase, data.step)}”会议于${scene.date(data.heldOn)}召开，应到 ${data.eligible} 人，实到 ${data.present} 人，法定人数 ${data.quorum} 人，未达到，表决无效。`,
      scene.concerns([data.office])
        ? '请重新召集会议，并登记表决结果。'
        : '特此告知，会议须重新召开。',
    ],
  }),
  DeliverableCalledFor: (data, scene) => ({
    subject: `【交办】${scene.phaseInSubject(data.phase)}：签批已通过，请提交材料`,
    paragraphs: [
      `${scene.reader}：`,
      `《${scene.programme}》“${scene.phase(data.phase)}”阶段的“${scene.step(data.phase, data.step)}”环节已通过。`,
      ['请及时办理并提交下列材料：', ...scene.deliverables(data.phase, data.deliverables)]
        .map((line, index) => (index === 0 ? line : `${index}. ${line}`))
        .join('\n'),
    ],
  }),
};
