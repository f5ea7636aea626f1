/** The sentences of notifications in Chinese, in the manner of official correspondence. */
import { chineseDeliberation } from './deliberation-zh.ts';
import { chineseDutyNotifications } from './duties-zh.ts';
import { chineseHands } from './hands-zh.ts';
import { chineseCalendarNotifications } from './calendars-zh.ts';
import { chineseIndicatorNotifications } from './indicators-zh.ts';
import { chineseMigration } from './migration-zh.ts';
import type { NotificationWords } from './notification-content.ts';
import { RUNG_SENTENCES_ZH } from './rung-sentences.ts';
import type { Scene } from './scene.ts';
import { chineseTimeNotifications } from './time-zh.ts';

export const chineseNotifications: NotificationWords = {
  ...chineseTimeNotifications,
  ...chineseDeliberation,
  ...chineseMigration,
  PhaseOpened: (data, scene) => {
    const owed = scene.owed(data.phase);
    return {
      subject: `【交办】${scene.phaseInSubject(data.phase)}：请于${monthAndDay(data.dueOn)}前提交材料`,
      paragraphs: [
        salutation(scene),
        `${place(data, scene)}现已启动，截止日期为${scene.date(data.dueOn)}（含当日）。`,
        owed.length === 0
          ? '请按职责分工做好相关工作。'
          : ['请按期提交下列材料：', ...numbered(owed)].join('\n'),
      ],
    };
  },
  StepOpened: (data, scene) => ({
    subject: `【待签批】${scene.phaseInSubject(data.phase)}：${scene.step(data.phase, data.step)}`,
    paragraphs: [
      salutation(scene),
      `${place(data, scene)}材料已提交齐备，现提请签批（签批环节：${scene.step(data.phase, data.step)}）。`,
      `请${data.dueOn === undefined ? '及时' : `于${scene.date(data.dueOn)}（含当日）前`}${whatToDo(scene.body(data.phase, data.step))}`,
    ],
  }),
  DeadlineReminded: (data, scene) => {
    const days = data.workdaysBefore;
    const left = days === 0 ? '今日截止' : `距截止日期还有${days}个工作日`;
    return {
      subject: `【提醒】${scene.phaseInSubject(data.phase)}：${left}`,
      paragraphs: [
        salutation(scene),
        `${place(data, scene)}尚未办结，截止日期为${scene.date(data.dueOn)}（含当日），${left}。`,
        '请抓紧办理所承担的事项，确保按期办结。',
      ],
    };
  },
  DeadlineMissed: (data, scene) => ({
    subject: `【逾期】${scene.phaseInSubject(data.phase)}：未按期办结`,
    paragraphs: [
      salutation(scene),
      `${place(data, scene)}应于${scene.date(data.dueOn)}（含当日）前办结，现已逾期。${responsible(data.responsible, scene)}`,
      scene.concerns(data.responsible)
        ? '请立即办理；仍未办结的，将按督办程序逐级处理。'
        : '特此告知，请督促责任单位尽快办结。',
    ],
  }),
  EscalationRaised: (data, scene) => {
    const owes = scene.concerns(data.responsible);
    const answerBy = scene.date(data.answerDueOn);
    const matter = owes ? `请于${monthAndDay(data.answerDueOn)}前答复` : '逾期未办结情况告知';
    return {
      subject: `【${scene.rung(data.rung)}】${scene.phaseInSubject(data.phase)}：${matter}`,
      paragraphs: [
        salutation(scene),
        `${place(data, scene)}应于${scene.date(data.dueOn)}（含当日）前办结，至今仍未办结。${responsible(data.responsible, scene)}${RUNG_SENTENCES_ZH[data.rung]}`,
        owes
          ? `请于${answerBy}（含当日）前书面答复，说明未办结的原因和拟办结的时间。`
          : `责任单位须于${answerBy}（含当日）前书面答复。特此告知，请督促尽快办结。`,
      ],
    };
  },
  PhaseReturned: (data, scene) => {
    const here = data.returnTo === data.phase;
    const target = here ? '重新办理' : `至“${scene.phase(data.returnTo)}”阶段重新办理`;
    return {
      subject: `【退回】${scene.phaseInSubject(data.phase)}：${here ? '退回重办' : `退回至“${scene.phaseInSubject(data.returnTo)}”`}`,
      paragraphs: [
        salutation(scene),
        `${data.office === null ? scene.owner : scene.offices([data.office])}已将${place(data, scene)}退回${target}。`,
        '退回意见请登录系统查看。有关材料须重新提交，并重新签批。',
      ],
    };
  },
  ...chineseDutyNotifications,
  ...chineseHands,
  ...chineseIndicatorNotifications,
  ...chineseCalendarNotifications,
};

function whatToDo(body: string | null): string {
  return body === null
    ? '作出决定：同意、退回、不同意或弃权；除同意外须写明意见。'
    : `召集${body}表决，并登记表决结果；亦可退回。`;
}

function salutation(scene: Scene): string {
  return `${scene.reader}：`;
}

function place(data: { readonly phase: string; readonly round: number }, scene: Scene): string {
  const round = data.round > 1 ? `（第${data.round}轮）` : '';
  return `《${scene.programme}》“${scene.phase(data.phase)}”阶段${round}`;
}

function responsible(offices: readonly string[], scene: Scene): string {
  return offices.length === 0 ? '' : `责任单位：${scene.offices(offices)}。`;
}

function monthAndDay(day: string): string {
  const [, month = 0, date = 0] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

function numbered(items: readonly string[]): string[] {
  return items.map((item, index) => `${index + 1}. ${item}`);
}
