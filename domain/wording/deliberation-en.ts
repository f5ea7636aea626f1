/** The sentences in English of meetings without a quorum and of what is owed once a step is approved. */
import type { NotificationWords } from './notification-content.ts';

export const englishDeliberation: Pick<
  NotificationWords,
  'MeetingInquorate' | 'DeliverableCalledFor'
> = {
  MeetingInquorate: (data, scene) => ({
    subject: `To meet again: ${scene.phaseInSubject(data.phase)}, no quorum`,
    paragraphs: [
      `To: ${scene.reader}`,
      `The meeting on ${scene.date(data.heldOn)} for the step “${scene.step(data.phase, data.step)}” in phase “${scene.phase(data.phase)}” of “${scene.programme}” had no quorum: ${data.present} of ${data.eligible} present, ${data.quorum} needed.`,
      scene.concerns([data.office])
        ? 'Please call the meeting again and record its vote.'
        : 'This is for your information; the meeting must be held again.',
    ],
  }),
  DeliverableCalledFor: (data, scene) => ({
    subject: `To hand in: ${scene.phaseInSubject(data.phase)}, signed off`,
    paragraphs: [
      `To: ${scene.reader}`,
      `The step “${scene.step(data.phase, data.step)}” in phase “${scene.phase(data.phase)}” of “${scene.programme}” is approved.`,
      ['Please see to it and hand in:', ...scene.deliverables(data.phase, data.deliverables)]
        .map((line, index) => (index === 0 ? line : `${index}. ${line}`))
        .join('\n'),
    ],
  }),
};
