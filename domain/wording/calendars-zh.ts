/** The sentences of notifications about calendars in Chinese. */
import type { CalendarPublication } from '../calendar/change.ts';
import { rungLabels } from './labels.ts';
import type { NotificationData, NotificationWords } from './notification-content.ts';
import type { Scene } from './scene.ts';

type Applied = NotificationData['CalendarApplied'];

export const chineseCalendarNotifications: Pick<NotificationWords, 'CalendarApplied'> = {
  CalendarApplied: (data, scene) => {
    const moved = data.changes.length + data.answers.length;
    const matter = moved === 0 ? '日期已确定，无变动' : `${moved}项日期已重新计算`;
    return {
      subject: `【工作日历】《${scene.programme}》：${matter}`,
      paragraphs: [
        `${scene.reader}：`,
        `${occasion(data, scene)}，${moved === 0 ? '本方案日期无变动' : `本方案${moved}项日期已重新计算`}。`,
        ...(moved === 0 ? [] : [movedDates(data, scene)]),
        ...confirmed(data, scene),
      ],
    };
  },
};

function occasion({ published }: Applied, scene: Scene): string {
  const said = published.flatMap((publication) => sentence(publication, scene));
  return said.length === 0 ? '工作日历已更新' : said.join('；');
}

function sentence(publication: CalendarPublication, scene: Scene): readonly string[] {
  switch (publication.kind) {
    case 'shipped':
      return [];
    case 'notice': {
      const { year, number, amends, title } = publication;
      return [`${issuerOf(title)}已${amends ? '调整' : '公布'}${year}年放假安排（${number}）`];
    }
    case 'override': {
      const days = publication.days.map(
        ({ date, off }) => `${scene.date(date)}${off ? '放假' : '上班'}`,
      );
      return [`${publication.number}规定${days.join('、')}`];
    }
  }
}

/** Titles of notices begin with their issuer: 国务院办公厅关于…的通知. */
function issuerOf(title: string): string {
  const [issuer = '', ...rest] = title.split('关于');
  return rest.length === 0 || issuer === '' ? '国务院办公厅' : issuer;
}

function movedDates({ changes, answers }: Applied, scene: Scene): string {
  const lines = [
    ...changes.map(
      ({ phase, dueOnBefore, dueOnAfter }) =>
        `“${scene.phase(phase)}”阶段截止日期由${scene.date(dueOnBefore)}改为${scene.date(dueOnAfter)}`,
    ),
    ...answers.map(
      ({ phase, rung, answerDueOnBefore, answerDueOnAfter }) =>
        `“${scene.phase(phase)}”阶段${rungLabels[rung].zh}的答复期限由${scene.date(answerDueOnBefore)}改为${scene.date(answerDueOnAfter)}`,
    ),
  ];
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}

function confirmed(data: Applied, scene: Scene): readonly string[] {
  if (data.confirmed.length === 0) return [];
  const phases = data.confirmed.map((phase) => `“${scene.phase(phase)}”`).join('、');
  return [`下列阶段的截止日期原为暂定，现已确定，保持不变：${phases}。`];
}
