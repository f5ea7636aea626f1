/** The sentences in Chinese of notifications about duties and optional phases. */
import type { NotificationWords } from './notification-content.ts';

export const chineseDutyNotifications: Pick<NotificationWords, 'PhaseLapsed'> = {
  PhaseLapsed: (data, scene) => {
    const round = data.round > 1 ? `（第${data.round}轮）` : '';
    const named =
      data.responsible.length === 0 ? '' : `责任单位：${scene.offices(data.responsible)}。`;
    return {
      subject: `【失效】${scene.phaseInSubject(data.phase)}：未办结，不再办理`,
      paragraphs: [
        `${scene.reader}：`,
        `《${scene.programme}》“${scene.phase(data.phase)}”阶段${round}应于${scene.date(data.dueOn)}（含当日）前办结，至今未办结，现已失效，不再办理。${named}`,
        '未办结的情况已记录在案。',
      ],
    };
  },
};
