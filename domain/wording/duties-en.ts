/** The sentences in English of notifications about duties and optional phases. */
import type { NotificationWords } from './notification-content.ts';

export const englishDutyNotifications: Pick<NotificationWords, 'PhaseLapsed'> = {
  PhaseLapsed: (data, scene) => {
    const round = data.round > 1 ? ` (round ${data.round})` : '';
    const named =
      data.responsible.length === 0 ? '' : ` Responsible: ${scene.offices(data.responsible)}.`;
    return {
      subject: `Lapsed: ${scene.phaseInSubject(data.phase)}, not done`,
      paragraphs: [
        `To: ${scene.reader}`,
        `Phase “${scene.phase(data.phase)}”${round} of “${scene.programme}” was due on ${scene.date(data.dueOn)}. It was not closed and has lapsed: it can no longer be done.${named}`,
        'That it was left undone stays in the record.',
      ],
    };
  },
};
