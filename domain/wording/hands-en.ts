/** The sentences of notifications about who acts, in English. */
import { signerPlaceLabels } from './labels.ts';
import type { HandsNotificationKind } from './hands-content.ts';
import type { NotificationWords } from './notification-content.ts';
import type { Scene } from './scene.ts';

export const englishHands: Pick<NotificationWords, HandsNotificationKind> = {
  SlotTransferred: (data, scene) => ({
    subject: `Transferred: ${scene.phaseInSubject(data.phase)}, ${scene.step(data.phase, data.step)}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `${scene.offices([data.from])} has transferred its slot in the step “${scene.step(data.phase, data.step)}” of ${place(data, scene)} to ${scene.offices([data.to])}.`,
      'Please decide in good time, and sign in to read the reason.',
    ],
  }),
  SignerAdded: (data, scene) => ({
    subject: `Asked to sign: ${scene.phaseInSubject(data.phase)}, ${scene.step(data.phase, data.step)}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `${scene.offices([data.office])} asks ${scene.offices([data.signer])} to sign ${signerPlaceLabels[data.place].en} it in the step “${scene.step(data.phase, data.step)}” of ${place(data, scene)}.`,
      data.place === 'after'
        ? 'You will be told when it is your turn. Please sign in to read the reason.'
        : 'Please decide in good time, and sign in to read the reason.',
    ],
  }),
  ConsultationAsked: (data, scene) => ({
    subject: `Your opinion is asked: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `${scene.offices([data.office])} consults ${scene.offices([data.consulted])} on the step “${scene.step(data.phase, data.step)}” of ${place(data, scene)}.`,
      'Please sign in to read the question and answer it. The decision stays with whoever asks.',
    ],
  }),
  ConsultationAnswered: (data, scene) => ({
    subject: `Consultation answered: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `${scene.offices([data.office])} has answered what ${scene.offices([data.asker])} asked about the step “${scene.step(data.phase, data.step)}” of ${place(data, scene)}.`,
      'Please sign in to read the answer, and decide.',
    ],
  }),
  PhaseCopied: (data, scene) => ({
    subject: `For your information: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `${scene.offices([data.office])} brings ${place(data, scene)} to your notice.`,
      'Please sign in to read it. Nothing has to be done.',
    ],
  }),
  PhaseUrged: (data, scene) => ({
    subject: `Urged: ${scene.phaseInSubject(data.phase)}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `${scene.offices([data.office])} urges ${place(data, scene)}. Responsible: ${scene.offices(data.responsible)}.`,
      'Please finish the part that falls to you.',
    ],
  }),
  InnerDateMissed: (data, scene) => ({
    subject: `Inner date missed: ${scene.phaseInSubject(data.phase)}, ${scene.offices([data.office])}`,
    paragraphs: [
      `To: ${scene.reader}`,
      `${scene.offices([data.office])} was to do its part of ${place(data, scene)} by ${scene.date(data.innerDueOn)}, that day included, and has not. Lead: ${scene.offices([data.lead])}.`,
      scene.concerns([data.office])
        ? 'Please hand in at once what you owe.'
        : 'This is for your information; please see to it that it is handed in soon.',
    ],
  }),
};

function place(data: { readonly phase: string; readonly round: number }, scene: Scene): string {
  const round = data.round > 1 ? ` (round ${data.round})` : '';
  return `phase “${scene.phase(data.phase)}”${round} of “${scene.programme}”`;
}
