/** Who acts: transfers, consultations, further signers, copies, urging. How a rehearsal tells of the events. */
import type { HandsEvents } from '../../../domain/programme/hands/events.ts';
import { signerPlaceLabels } from '../../../domain/wording/labels.ts';
import { both, type Tellers } from './teller.ts';

export const handsTellers: Tellers<keyof HandsEvents> = {
  SlotTransferred: ({ from, to }, words) => {
    const giver = words.office(from);
    const taker = words.office(to);
    return { zh: `  转办 ${giver.zh} → ${taker.zh}`, en: `transferred: ${giver.en} → ${taker.en}` };
  },
  SignerAdded: ({ office, signer, place }, words) => {
    const asker = words.office(office);
    const added = words.office(signer);
    const label = signerPlaceLabels[place];
    return {
      zh: `  ${asker.zh} ${label.zh} ${added.zh}`,
      en: `${asker.en} added a signer ${label.en}: ${added.en}`,
    };
  },
  SignerRemoved: ({ signer }, words) => both('  减签', 'signer removed', words.office(signer)),
  ConsultationAsked: ({ office, consulted }, words) => {
    const asker = words.office(office);
    const asked = words.office(consulted);
    return { zh: `  ${asker.zh} 征询 ${asked.zh}`, en: `${asker.en} consults ${asked.en}` };
  },
  ConsultationAnswered: ({ office }, words) =>
    both('  答复征询', 'consultation answered', words.office(office)),
  PhaseCopied: ({ to }, words) => both('  抄送', 'copied to', words.office(to)),
  PhaseUrged: ({ phase, round }, words) => both('人工催办', 'urged', words.phase(phase, round)),
  ContributionCompleted: ({ office, late }, words) =>
    both(
      late ? '  协办完成（逾期）' : '  协办完成',
      late ? 'part completed late' : 'part completed',
      words.office(office),
    ),
  ContributionReopened: ({ office }, words) =>
    both('  协办须重做', 'part to be done again', words.office(office)),
  InnerDateMissed: ({ phase, round, office, innerDueOn }, words) => {
    const title = words.phase(phase, round);
    const who = words.office(office);
    return {
      zh: `协办逾期 ${title.zh}：${who.zh}，应于 ${innerDueOn} 前提交`,
      en: `inner date missed: ${title.en}, ${who.en}, due ${innerDueOn}`,
    };
  },
};
