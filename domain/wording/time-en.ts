/** The sentences of the governance of time in English. */
import { measureLabels } from './labels.ts';
import type { NotificationWords } from './notification-content.ts';
import type { Scene } from './scene.ts';
import { isWithParent, type TimeNotificationKind } from './time-content.ts';

const OPINION = 'Please sign in to read the opinion.';

export const englishTimeNotifications: Pick<NotificationWords, TimeNotificationKind> = {
  ExtensionRequested: (data, scene) => ({
    subject: `Extension requested: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])} asks to move the due day of ${place(data, scene)} from ${scene.date(data.from)} to ${scene.date(data.to)}. Please sign in to read why and how far the work has come.`,
      `Please decide by ${scene.date(data.from)}, that day included; undecided, the request lapses and the due day stays.`,
    ],
  }),
  DeadlineExtended: (data, scene) => ({
    subject: `Extended: ${scene.phaseInSubject(data.phase)}, now due ${scene.date(data.to)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])} has extended ${place(data, scene)}: due on ${scene.date(data.to)}, that day included, instead of ${scene.date(data.from)}.`,
      'Please finish by the new day.',
    ],
  }),
  ExtensionRefused: (data, scene) => ({
    subject: `Not extended: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])} has refused to extend ${place(data, scene)}. It is still due on ${scene.date(data.dueOn)}, that day included. ${OPINION}`,
    ],
  }),
  ProgrammeSuspended: (data, scene) => ({
    subject: 'Programme suspended',
    paragraphs: [
      salutation(scene),
      `${isWithParent(data) ? `“${scene.programme}” has been suspended with its parent programme` : `${scene.offices([data.office])} has suspended “${scene.programme}”`}. Meanwhile its clock stands still: nobody is reminded, nothing climbs, and nothing can be done in it.`,
    ],
  }),
  ProgrammeResumed: (data, scene) => ({
    subject: 'Programme resumed',
    paragraphs: [
      salutation(scene),
      `${isWithParent(data) ? `“${scene.programme}” has been resumed with its parent programme` : `${scene.offices([data.office])} has resumed “${scene.programme}”`}. The dates of all that is unfinished have moved by ${data.days} ${data.days === 1 ? 'day' : 'days'}; please sign in to see them.`,
    ],
  }),
  ClimbStopped: (data, scene) => ({
    subject: `Good cause accepted: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])} has accepted a good cause for the delay of ${place(data, scene)}: this round climbs no further. The missed deadline stays on record, and the work is still to be done.`,
    ],
  }),
  AnswerMissed: (data, scene) => ({
    subject: `Not answered: ${scene.phaseInSubject(data.phase)}, ${scene.rung(data.rung)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices(data.responsible)} owed an answer to the ${scene.rung(data.rung)} of ${place(data, scene)} by ${scene.date(data.answerDueOn)}, that day included, and has not given it.`,
      scene.concerns(data.responsible)
        ? 'Please answer at once; the answer will show as late.'
        : 'This is for your information; please see to it that the offices responsible answer soon.',
    ],
  }),
  ReviewRequested: (data, scene) => ({
    subject: `Review requested: ${scene.phaseInSubject(data.phase)}, ${scene.rung(data.rung)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])} asks for a review of the ${scene.rung(data.rung)} of ${place(data, scene)}. Please sign in to read the grounds.`,
      `Please decide by ${scene.date(data.dueOn)}, that day included.`,
    ],
  }),
  ReviewDecided: (data, scene) => ({
    subject: `Review decided: ${scene.phaseInSubject(data.phase)}, ${data.upheld ? 'upheld' : 'struck'}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])} has ${data.upheld ? 'upheld' : 'struck'} the ${scene.rung(data.rung)} of ${place(data, scene)}.${data.upheld ? '' : ' It shows as revoked among the circulars.'} ${OPINION}`,
    ],
  }),
  AccountabilityDecided: (data, scene) => ({
    subject: `Proposal decided: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      salutation(scene),
      `${scene.offices([data.office])} has decided about the proposal of accountability over ${place(data, scene)}: ${measureLabels[data.measure].en}. ${OPINION}`,
    ],
  }),
};

function salutation(scene: Scene): string {
  return `To: ${scene.reader}`;
}

function place(data: { readonly phase: string; readonly round: number }, scene: Scene): string {
  const round = data.round > 1 ? ` (round ${data.round})` : '';
  return `phase “${scene.phase(data.phase)}”${round} of “${scene.programme}”`;
}
