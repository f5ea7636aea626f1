/** The sentences of notifications about calendars in English. */
import type { CalendarPublication } from '../calendar/change.ts';
import { rungLabels } from './labels.ts';
import type { NotificationData, NotificationWords } from './notification-content.ts';
import type { Scene } from './scene.ts';

type Applied = NotificationData['CalendarApplied'];

export const englishCalendarNotifications: Pick<NotificationWords, 'CalendarApplied'> = {
  CalendarApplied: (data, scene) => {
    const moved = data.changes.length + data.answers.length;
    const dates = `${moved} ${moved === 1 ? 'date has' : 'dates have'} been counted again`;
    return {
      subject: `Calendar: ${scene.programme}, ${moved === 0 ? 'the dates stay' : dates}`,
      paragraphs: [
        `To: ${scene.reader}`,
        `${occasion(data, scene)} ${moved === 0 ? 'No date of the programme moves.' : `In this programme ${dates}.`}`,
        ...(moved === 0 ? [] : [movedDates(data, scene)]),
        ...confirmed(data, scene),
      ],
    };
  },
};

function occasion({ published }: Applied, scene: Scene): string {
  const said = published.flatMap((publication) => sentence(publication, scene));
  return said.length === 0 ? 'The working-day calendar has changed.' : said.join(' ');
}

function sentence(publication: CalendarPublication, scene: Scene): readonly string[] {
  switch (publication.kind) {
    case 'shipped':
      return [];
    case 'notice': {
      const { year, number, amends } = publication;
      return [`The holidays of ${year} have been ${amends ? 'amended' : 'published'} (${number}).`];
    }
    case 'override': {
      const days = publication.days.map(
        ({ date, off }) => `${scene.date(date)} is ${off ? 'a day off' : 'worked'}`,
      );
      return [`By ${publication.number}, ${days.join(', ')}.`];
    }
  }
}

function movedDates({ changes, answers }: Applied, scene: Scene): string {
  const lines = [
    ...changes.map(
      ({ phase, dueOnBefore, dueOnAfter }) =>
        `“${scene.phase(phase)}” is due on ${scene.date(dueOnAfter)} instead of ${scene.date(dueOnBefore)}`,
    ),
    ...answers.map(
      ({ phase, rung, answerDueOnBefore, answerDueOnAfter }) =>
        `the answer to the ${rungLabels[rung].en} of “${scene.phase(phase)}” is owed by ${scene.date(answerDueOnAfter)} instead of ${scene.date(answerDueOnBefore)}`,
    ),
  ];
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}

function confirmed(data: Applied, scene: Scene): readonly string[] {
  if (data.confirmed.length === 0) return [];
  const phases = data.confirmed.map((phase) => `“${scene.phase(phase)}”`).join(', ');
  return [`These phases had provisional due days, which are now certain and stay: ${phases}.`];
}
