/** The sentences of notifications in English. */
import { englishDeliberation } from './deliberation-en.ts';
import { englishDutyNotifications } from './duties-en.ts';
import { englishHands } from './hands-en.ts';
import { englishCalendarNotifications } from './calendars-en.ts';
import { englishIndicatorNotifications } from './indicators-en.ts';
import { englishMigration } from './migration-en.ts';
import type { NotificationWords } from './notification-content.ts';
import { RUNG_SENTENCES_EN } from './rung-sentences.ts';
import type { Scene } from './scene.ts';
import { englishTimeNotifications } from './time-en.ts';

export const englishNotifications: NotificationWords = {
  ...englishTimeNotifications,
  ...englishDeliberation,
  ...englishMigration,
  PhaseOpened: (data, scene) => {
    const owed = scene.owed(data.phase);
    return {
      subject: `To hand in: ${scene.phaseInSubject(data.phase)}, due ${scene.date(data.dueOn)}`,
      paragraphs: [
        salutation(scene),
        `${sentenceStart(data, scene)} has opened. It is due on ${scene.date(data.dueOn)}, that day included.`,
        owed.length === 0
          ? 'Please do the part that falls to you.'
          : ['Please hand in by then:', ...numbered(owed)].join('\n'),
      ],
    };
  },
  StepOpened: (data, scene) => ({
    subject: `To sign off: ${scene.phaseInSubject(data.phase)}, ${scene.step(data.phase, data.step)}`,
    paragraphs: [
      salutation(scene),
      `Everything due in ${place(data, scene)} has been handed in and awaits your decision (step: ${scene.step(data.phase, data.step)}).`,
      whatToDo(
        scene.body(data.phase, data.step),
        data.dueOn === undefined ? '' : ` by ${scene.date(data.dueOn)}, that day included`,
      ),
    ],
  }),
  DeadlineReminded: (data, scene) => {
    const days = data.workdaysBefore;
    const left = days === 0 ? 'due today' : `${days} working ${days === 1 ? 'day' : 'days'} left`;
    return {
      subject: `Reminder: ${scene.phaseInSubject(data.phase)}, ${left}`,
      paragraphs: [
        salutation(scene),
        `${sentenceStart(data, scene)} is not closed yet. It is due on ${scene.date(data.dueOn)}, that day included: ${left}.`,
        'Please finish the part that falls to you in time.',
      ],
    };
  },
  DeadlineMissed: (data, scene) => ({
    subject: `Overdue: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      salutation(scene),
      `${sentenceStart(data, scene)} was due on ${scene.date(data.dueOn)} and is overdue.${responsible(data.responsible, scene)}`,
      scene.concerns(data.responsible)
        ? 'Please finish it at once. As long as it stays open, the matter is taken further step by step.'
        : 'This is for your information; please see to it that the offices responsible finish it soon.',
    ],
  }),
  EscalationRaised: (data, scene) => {
    const owes = scene.concerns(data.responsible);
    const answerBy = scene.date(data.answerDueOn);
    const matter = owes ? `answer by ${answerBy}` : 'still overdue';
    return {
      subject: `${capitalised(scene.rung(data.rung))}: ${scene.phaseInSubject(data.phase)}, ${matter}`,
      paragraphs: [
        salutation(scene),
        `${sentenceStart(data, scene)} was due on ${scene.date(data.dueOn)} and is still not closed.${responsible(data.responsible, scene)} ${RUNG_SENTENCES_EN[data.rung]}`,
        owes
          ? `Please answer in writing by ${answerBy}, that day included: why it is not finished and when it will be.`
          : `The offices responsible owe a written answer by ${answerBy}, that day included. This is for your information; please see to it that they finish soon.`,
      ],
    };
  },
  PhaseReturned: (data, scene) => {
    const here = data.returnTo === data.phase;
    const target = here ? 'to be done again' : `to “${scene.phase(data.returnTo)}”`;
    return {
      subject: `Returned: ${scene.phaseInSubject(data.phase)}${here ? '' : ` to ${scene.phaseInSubject(data.returnTo)}`}`,
      paragraphs: [
        salutation(scene),
        `${data.office === null ? scene.owner : scene.offices([data.office])} has returned ${place(data, scene)} ${target}.`,
        'Please sign in to read why. What was handed in has to be handed in and signed off again.',
      ],
    };
  },
  ...englishDutyNotifications,
  ...englishHands,
  ...englishIndicatorNotifications,
  ...englishCalendarNotifications,
};

function whatToDo(body: string | null, by: string): string {
  return body === null
    ? `Please approve, return, reject or abstain${by}. An opinion is needed unless you approve.`
    : `Please have this body meet and record its vote${by}, or return the phase: ${body}.`;
}

function salutation(scene: Scene): string {
  return `To: ${scene.reader}`;
}

function place(data: { readonly phase: string; readonly round: number }, scene: Scene): string {
  const round = data.round > 1 ? ` (round ${data.round})` : '';
  return `phase “${scene.phase(data.phase)}”${round} of “${scene.programme}”`;
}

function sentenceStart(
  data: { readonly phase: string; readonly round: number },
  scene: Scene,
): string {
  return capitalised(place(data, scene));
}

function responsible(offices: readonly string[], scene: Scene): string {
  return offices.length === 0 ? '' : ` Responsible: ${scene.offices(offices)}.`;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function numbered(items: readonly string[]): string[] {
  return items.map((item, index) => `${index + 1}. ${item}`);
}
