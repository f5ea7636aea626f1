/** Governance of time: extensions, suspensions, good cause, reviews, accountability. How a rehearsal tells of the events. */
import type { TimeEvents } from '../../../domain/programme/time/events.ts';
import { measureLabels, rungLabels } from '../../../domain/wording/labels.ts';
import { both, type Tellers } from './teller.ts';

export const timeTellers: Tellers<keyof TimeEvents> = {
  ExtensionRequested: ({ phase, round, to }, words) =>
    both(`申请延期至 ${to}`, `extension to ${to} requested`, words.phase(phase, round)),
  LateExtensionRequested: ({ phase, round }, words) =>
    both('逾期后申请延期，不予受理', 'extension requested too late', words.phase(phase, round)),
  DeadlineExtended: ({ phase, round, from, to }, words) =>
    both(`准予延期 ${from} → ${to}`, `extended ${from} → ${to}`, words.phase(phase, round)),
  ExtensionRefused: ({ phase, round }, words) =>
    both('不予延期', 'extension refused', words.phase(phase, round)),
  ProgrammeSuspended: ({ reason }) => both('中止', 'suspended', { zh: reason, en: reason }),
  ProgrammeResumed: ({ days, reason }) =>
    both(`恢复（顺延${days}天）`, `resumed, dates moved by ${days} days`, {
      zh: reason,
      en: reason,
    }),
  ClimbStopped: ({ phase, round }, words) =>
    both('认定正当理由，停止督办', 'good cause accepted', words.phase(phase, round)),
  AnswerMissed: ({ phase, round, rung }, words) =>
    both(
      `逾期未答复${rungLabels[rung].zh}`,
      `${rungLabels[rung].en} not answered in time`,
      words.phase(phase, round),
    ),
  ReviewRequested: ({ office, rung }, words) =>
    both(
      `申请复核${rungLabels[rung].zh}`,
      `review of ${rungLabels[rung].en} requested`,
      words.office(office),
    ),
  ReviewDecided: ({ upheld, office }, words) =>
    both(
      upheld ? '复核维持' : '复核撤销',
      upheld ? 'review: upheld' : 'review: struck',
      words.office(office),
    ),
  AccountabilityDecided: ({ measure, office }, words) =>
    both(
      `问责建议决定：${measureLabels[measure].zh}`,
      `accountability decided: ${measureLabels[measure].en}`,
      words.office(office),
    ),
};
