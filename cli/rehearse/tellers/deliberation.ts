/** Bodies that meet and vote. How a rehearsal tells of the events. */
import type { DeliberationEvents } from '../../../domain/programme/deliberation/events.ts';
import type { Tellers } from './teller.ts';

export const deliberationTellers: Tellers<keyof DeliberationEvents> = {
  MeetingInquorate: ({ office, ballot: { eligible, present }, quorum }, words) => {
    const who = words.office(office);
    return {
      zh: `  ${who.zh} 会议未达法定人数（应到 ${eligible}，实到 ${present}，须 ${quorum}）`,
      en: `${who.en}: no quorum, ${present} of ${eligible} present, ${quorum} needed`,
    };
  },
  DeliverableCalledFor: null,
};
