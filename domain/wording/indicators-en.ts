/** The sentences about indicators and their targets in English. */
import type { NotificationWords } from './notification-content.ts';
import type { Scene } from './scene.ts';
import { RUNG_SENTENCES_EN } from './rung-sentences.ts';

export const englishIndicatorNotifications: Pick<NotificationWords, 'IndicatorMeasured'> = {
  IndicatorMeasured: (data, scene) => ({
    subject: `Behind: ${scene.phaseInSubject(data.phase)}, below the even pace`,
    paragraphs: [
      `To: ${scene.reader}`,
      `The target ${place(data.phase, scene)} was behind its even pace on ${scene.date(data.measuredOn)}. ${scene.measured(data)}.`,
      'Please find out why and catch up. A target that is missed at its date is taken further step by step.',
    ],
  }),
};

/** What the kinds of every phase say where the phase is a target. */
export const englishTargetNotifications: Pick<
  NotificationWords,
  'PhaseOpened' | 'DeadlineReminded' | 'DeadlineMissed' | 'EscalationRaised'
> = {
  PhaseOpened: (data, scene) => ({
    subject: `Target set: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `The target ${place(data.phase, scene)} counts from now on and is due on ${scene.date(data.dueOn)}, that day included. ${scene.asked(data.phase)}.`,
      'Please report the values in time, with evidence.',
    ],
  }),
  DeadlineReminded: (data, scene) => {
    const days = data.workdaysBefore;
    const left = days === 0 ? 'due today' : `${days} working ${days === 1 ? 'day' : 'days'} left`;
    return {
      subject: `Reminder: ${scene.phaseInSubject(data.phase)}, ${left}`,
      paragraphs: [
        `To: ${scene.reader}`,
        `The target ${place(data.phase, scene)} is due on ${scene.date(data.dueOn)}, that day included: ${left}. ${scene.asked(data.phase)}.`,
        'Please press on, and report the latest values before it is due.',
      ],
    };
  },
  DeadlineMissed: (data, scene) => ({
    subject: `Target missed: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `The target ${place(data.phase, scene)} was due on ${scene.date(data.dueOn)} and was measured and missed. ${scene.asked(data.phase)}.${responsible(data.responsible, scene)}`,
      scene.concerns(data.responsible)
        ? 'Please act at once, and report as soon as it is reached. As long as it is not, the matter is taken further step by step.'
        : 'This is for your information; please see to it that the offices responsible reach it soon.',
    ],
  }),
  EscalationRaised: (data, scene) => {
    const owes = scene.concerns(data.responsible);
    const answerBy = scene.date(data.answerDueOn);
    return {
      subject: `${capitalised(scene.rung(data.rung))}: ${scene.phaseInSubject(data.phase)}, ${owes ? `answer by ${answerBy}` : 'target still missed'}`,
      paragraphs: [
        `To: ${scene.reader}`,
        `The target ${place(data.phase, scene)} was due on ${scene.date(data.dueOn)} and is still missed.${responsible(data.responsible, scene)} ${RUNG_SENTENCES_EN[data.rung]}`,
        owes
          ? `Please answer in writing by ${answerBy}, that day included: why it was missed and when it will be reached.`
          : `The offices responsible owe a written answer by ${answerBy}, that day included. This is for your information; please see to it that it is reached soon.`,
      ],
    };
  },
};

function place(phase: string, scene: Scene): string {
  return `“${scene.phase(phase)}” of “${scene.programme}”`;
}

function responsible(offices: readonly string[], scene: Scene): string {
  return offices.length === 0 ? '' : ` Responsible: ${scene.offices(offices)}.`;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
