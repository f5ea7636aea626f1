/** How a rehearsal tells of the events of the plan itself. */
import type { CoreEvents } from '../../../domain/programme/events.ts';
import { decisionLabels, rungLabels } from '../../../domain/wording/labels.ts';
import { both, type Tellers } from './teller.ts';

/** Sign-offs and hand-ins are many and small; they are told briefly, and the opening of each step not at all. */
export const coreTellers: Tellers<keyof CoreEvents> = {
  ProgrammeActivated: ({ title }) => both('启动', 'started', { zh: title, en: title }),
  PhaseOpened: ({ phase, round, dueOn }, words) => {
    const title = words.phase(phase, round);
    return {
      zh: `阶段开始 ${title.zh}，${dueOn} 截止`,
      en: `phase opened: ${title.en}, due ${dueOn}`,
    };
  },
  DeliverableHandedIn: ({ phase, deliverable }, words) =>
    both('  提交', '  handed in', words.deliverable(phase, deliverable)),
  StepOpened: null,
  StepRecalled: null,
  StepDecided: ({ office, decision, opinion }, words) => {
    const who = words.office(office);
    const said = opinion === null ? '' : `：${opinion}`;
    const what = decisionLabels[decision];
    return { zh: `  ${who.zh} ${what.zh}${said}`, en: `${who.en}: ${what.en}` };
  },
  DecisionWithdrawn: ({ office }, words) =>
    both('  撤回意见', '  decision withdrawn', words.office(office)),
  PhaseClosed: ({ phase, round, late }, words) =>
    both(
      late ? '阶段办结（逾期）' : '阶段办结',
      late ? 'phase closed late' : 'phase closed',
      words.phase(phase, round),
    ),
  PhaseReturned: ({ phase, round, returnTo }, words) => {
    const from = words.phase(phase, round);
    const to = words.phase(returnTo, 0);
    return { zh: `退回 ${from.zh} → ${to.zh}`, en: `returned: ${from.en} → ${to.en}` };
  },
  DeadlineReminded: ({ phase, round, workdaysBefore: days }, words) =>
    days === 0
      ? both('提醒（今日到期）', 'reminder, due today', words.phase(phase, round))
      : both(
          `提醒（还有${days}个工作日）`,
          `reminder, ${days} working days left`,
          words.phase(phase, round),
        ),
  DeadlineMissed: ({ phase, round }, words) =>
    both('逾期', 'deadline missed', words.phase(phase, round)),
  EscalationRaised: ({ phase, round, rung, answerDueOn }, words) => {
    const title = words.phase(phase, round);
    const label = rungLabels[rung];
    return {
      zh: `${label.zh} ${title.zh}，${answerDueOn} 前答复`,
      en: `${label.en}: ${title.en}, answer by ${answerDueOn}`,
    };
  },
  EscalationAnswered: ({ office, rung }, words) =>
    both(`答复${rungLabels[rung].zh}`, `${rungLabels[rung].en} answered`, words.office(office)),
  ProgrammeCompleted: () => ({ zh: '全部办结', en: 'programme completed' }),
  ProgrammeRejected: ({ phase, round }, words) =>
    both('未获同意，方案终止', 'rejected', words.phase(phase, round)),
  ProgrammeWithdrawn: ({ reason }) => both('撤回', 'withdrawn', { zh: reason, en: reason }),
  ProgrammeTerminated: ({ reason }) => both('终止', 'terminated', { zh: reason, en: reason }),
};
