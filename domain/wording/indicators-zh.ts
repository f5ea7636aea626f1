/** The sentences about indicators and their targets in Chinese. */
import type { NotificationWords } from './notification-content.ts';
import type { Scene } from './scene.ts';
import { RUNG_SENTENCES_ZH } from './rung-sentences.ts';

export const chineseIndicatorNotifications: Pick<NotificationWords, 'IndicatorMeasured'> = {
  IndicatorMeasured: (data, scene) => ({
    subject: `【进度滞后】${scene.phaseInSubject(data.phase)}：落后于序时进度`,
    paragraphs: [
      `${scene.reader}：`,
      `${place(data.phase, scene)}截至${scene.date(data.measuredOn)}落后于序时进度。${scene.measured(data)}。`,
      '请查明原因，采取措施，加快进度；到期仍未达标的，将按督办程序逐级处理。',
    ],
  }),
};

/** What the kinds of every phase say where the phase is a target. */
export const chineseTargetNotifications: Pick<
  NotificationWords,
  'PhaseOpened' | 'DeadlineReminded' | 'DeadlineMissed' | 'EscalationRaised'
> = {
  PhaseOpened: (data, scene) => ({
    subject: `【下达指标】${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `${scene.reader}：`,
      `${place(data.phase, scene)}自即日起计算，应于${scene.date(data.dueOn)}（含当日）前达标。${scene.asked(data.phase)}。`,
      '请按期填报数据并附佐证。',
    ],
  }),
  DeadlineReminded: (data, scene) => {
    const days = data.workdaysBefore;
    const left = days === 0 ? '今日到期' : `距到期还有${days}个工作日`;
    return {
      subject: `【提醒】${scene.phaseInSubject(data.phase)}：${left}`,
      paragraphs: [
        `${scene.reader}：`,
        `${place(data.phase, scene)}应于${scene.date(data.dueOn)}（含当日）前达标，${left}。${scene.asked(data.phase)}。`,
        '请抓紧推进，并在到期前填报最新数据。',
      ],
    };
  },
  DeadlineMissed: (data, scene) => ({
    subject: `【未达标】${scene.phaseInSubject(data.phase)}：到期未达标`,
    paragraphs: [
      `${scene.reader}：`,
      `${place(data.phase, scene)}应于${scene.date(data.dueOn)}（含当日）前达标，经测量未达标。${scene.asked(data.phase)}。${responsible(data.responsible, scene)}`,
      scene.concerns(data.responsible)
        ? '请立即采取措施，达到后及时填报；仍未达标的，将按督办程序逐级处理。'
        : '特此告知，请督促责任单位尽快达标。',
    ],
  }),
  EscalationRaised: (data, scene) => {
    const owes = scene.concerns(data.responsible);
    const answerBy = scene.date(data.answerDueOn);
    return {
      subject: `【${scene.rung(data.rung)}】${scene.phaseInSubject(data.phase)}：${owes ? `请于${scene.shortDate(data.answerDueOn)}前答复` : '未达标情况告知'}`,
      paragraphs: [
        `${scene.reader}：`,
        `${place(data.phase, scene)}应于${scene.date(data.dueOn)}（含当日）前达标，至今仍未达标。${responsible(data.responsible, scene)}${RUNG_SENTENCES_ZH[data.rung]}`,
        owes
          ? `请于${answerBy}（含当日）前书面答复，说明未达标的原因和拟达标的时间。`
          : `责任单位须于${answerBy}（含当日）前书面答复。特此告知，请督促尽快达标。`,
      ],
    };
  },
};

function place(phase: string, scene: Scene): string {
  return `《${scene.programme}》指标“${scene.phase(phase)}”`;
}

function responsible(offices: readonly string[], scene: Scene): string {
  return offices.length === 0 ? '' : `责任单位：${scene.offices(offices)}。`;
}
