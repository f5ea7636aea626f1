/** Words and HTTP statuses of the refusals that the domain's rules give. */
import type { CoreRejectionCode, RejectionCode } from '../../domain/programme/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';
import { calendarProblems } from './rejections-calendars.ts';
import { deliberationProblems } from './rejections-deliberation.ts';
import { dutyProblems } from './rejections-duties.ts';
import { handsProblems } from './rejections-hands.ts';
import { indicatorProblems } from './rejections-indicators.ts';
import { migrationProblems } from './rejections-migration.ts';
import { timeProblems } from './rejections-time.ts';
import { unitProblems } from './rejections-units.ts';

const CORE_PROBLEMS = {
  'already-activated': problem(409, ['方案已启动', 'Programme already activated'], {
    detail: ['该方案已经启动，不能再次启动。', 'The programme has already been activated.'],
    remedy: ['请查看该方案的当前状态。', 'Look at the present state of the programme.'],
  }),
  'programme-not-active': problem(409, ['方案不在实施中', 'Programme not active'], {
    detail: [
      '方案已办结、终止、中止或尚未启动，不能办理。',
      'The programme is over, suspended or has not begun; nothing can be done in it.',
    ],
    remedy: ['请查看方案状态。', 'Look at the status of the programme.'],
  }),
  'not-owner': problem(403, ['非方案主管单位', 'Not the owning office'], {
    detail: [
      '只有方案主管单位的任职人可以这样做。',
      'Only a holder of the owning office may do this.',
    ],
    remedy: ['请联系方案主管单位。', 'Ask the office that owns the programme.'],
  }),
  'not-office-holder': problem(403, ['未担任该职务', 'Not a holder of the office'], {
    detail: [
      '您目前未担任办理此事项的职务。',
      'You do not hold the office that this matter is addressed to.',
    ],
    remedy: [
      '请由任职人办理，或由安全管理员登记任职。',
      'Let a holder act, or have the appointment recorded.',
    ],
  }),
  'unknown-phase': problem(404, ['没有该阶段', 'Unknown phase'], {
    detail: ['方案中没有这个阶段。', 'The programme has no such phase.'],
    remedy: ['请从方案中选取阶段的键。', 'Take the key of the phase from the programme.'],
  }),
  'unknown-deliverable': problem(404, ['没有该交付物', 'Unknown deliverable'], {
    detail: ['该阶段没有这项交付物。', 'The phase has no such deliverable.'],
    remedy: ['请从方案中选取交付物的键。', 'Take the key of the deliverable from the programme.'],
  }),
  'unknown-step': problem(404, ['没有该签批环节', 'Unknown step'], {
    detail: ['该阶段没有这个签批环节。', 'The phase has no such step.'],
    remedy: ['请从方案中选取环节的键。', 'Take the key of the step from the programme.'],
  }),
  'unknown-escalation': problem(404, ['没有该督办事项', 'Unknown escalation'], {
    detail: ['没有这项督办。', 'There is no such escalation.'],
    remedy: ['请从方案的督办清单中选取。', 'Choose one from the escalations of the programme.'],
  }),
  'phase-not-open': problem(409, ['阶段未开放', 'Phase not open'], {
    detail: ['该阶段当前未开放办理。', 'The phase is not open at present.'],
    remedy: ['请等待阶段开放，或查看其状态。', 'Wait until it opens, or look at its status.'],
  }),
  'stale-round': problem(409, ['轮次已更新', 'Another round has begun'], {
    detail: [
      '该阶段已退回重办，您看到的轮次已过时。',
      'The phase was returned and opened again; the round you saw is over.',
    ],
    remedy: ['请刷新后按新的轮次办理。', 'Reload and act in the present round.'],
  }),
  'step-not-open': problem(409, ['环节未开放', 'Step not open'], {
    detail: ['该签批环节当前未开放。', 'The step is not open at present.'],
    remedy: ['请查看阶段当前处于哪个环节。', 'See which step of the phase is open.'],
  }),
  'slot-not-open': problem(409, ['尚未轮到或已无需签批', 'Not your turn'], {
    detail: [
      '该职务在此环节尚未轮到，或已无需签批。',
      'It is not the turn of this office, or its word is no longer needed.',
    ],
    remedy: ['请查看环节的签批规则。', 'See the policy of the step.'],
  }),
  'already-decided': problem(409, ['已经签批', 'Already decided'], {
    detail: ['该职务在此环节已经签批。', 'The office has already decided in this step.'],
    remedy: [
      '环节未结束前可以撤回原签批。',
      'The decision can be withdrawn while the step is open.',
    ],
  }),
  'handed-in-by-same-person': problem(403, ['提交人不得签批', 'Whoever handed in does not sign'], {
    detail: [
      '您提交了本阶段的交付物，不得签批本阶段。',
      'You handed in a deliverable of this phase, so you may not sign it off.',
    ],
    remedy: ['请由同一职务的其他任职人签批。', 'Let another holder of the office sign.'],
  }),
  'second-slot-of-same-person': problem(403, ['一人不得占两席', 'One person, one slot'], {
    detail: [
      '您已在本环节以另一职务签批，一人只能签批一次。',
      'You have already decided in this step for another office.',
    ],
    remedy: ['请由该职务的其他任职人签批。', 'Let another holder of the office sign.'],
  }),
  'opinion-required': problem(422, ['须填写意见', 'An opinion is required'], {
    detail: [
      '退回、不同意或弃权须填写意见。',
      'Whoever returns, rejects or abstains must say why.',
    ],
    remedy: ['请填写意见后重新提交。', 'Send it again with an opinion.'],
  }),
  'return-target-invalid': problem(422, ['退回目标无效', 'Invalid return target'], {
    detail: [
      '只能退回到本阶段或其所依据的较早阶段。',
      'A return goes to this phase or to an earlier one that it depends on.',
    ],
    remedy: ['请另选退回的阶段。', 'Choose another phase.'],
  }),
  'return-target-unexpected': problem(422, ['不应指定退回目标', 'Unexpected return target'], {
    detail: ['只有退回时才可指定退回到的阶段。', 'A target is given only with a return.'],
    remedy: ['请去掉 returnTo。', 'Leave out returnTo.'],
  }),
  'signing-under-way': problem(409, ['签批已开始', 'Signing is under way'], {
    detail: [
      '本轮已有签批，交付物不能再更换。',
      'A decision has been made in this round, so deliverables can no longer be replaced.',
    ],
    remedy: ['如须更换，请由签批人退回。', 'Have the phase returned if something must change.'],
  }),
  'not-your-decision': problem(403, ['不是您的签批', 'Not your decision'], {
    detail: ['只能撤回本人作出的签批。', 'Only one’s own decision can be withdrawn.'],
    remedy: ['请由签批人本人撤回。', 'Let the person who decided withdraw it.'],
  }),
  'already-answered': problem(409, ['已经答复', 'Already answered'], {
    detail: ['这项督办已经答复。', 'The escalation has already been answered.'],
    remedy: ['请查看已有答复。', 'See the answer that was given.'],
  }),
  'not-responsible': problem(403, ['不是责任单位', 'Not responsible'], {
    detail: ['只有责任单位的任职人可以答复。', 'Only a holder of a responsible office may answer.'],
    remedy: ['请由责任单位答复。', 'Let the responsible office answer.'],
  }),
  'nothing-to-withdraw': problem(409, ['没有可撤回的签批', 'Nothing to withdraw'], {
    detail: ['该职务在此环节没有签批。', 'The office has not decided in this step.'],
    remedy: ['请查看环节的当前状态。', 'See the present state of the step.'],
  }),
  'phase-already-closed': problem(409, ['阶段已结束', 'Phase already closed'], {
    detail: ['该阶段已经结束。', 'The phase has closed.'],
    remedy: ['如须重办，请由主管单位退回。', 'The owning office can return it.'],
  }),
  'start-date-invalid': problem(422, ['开始日期无效', 'Invalid start date'], {
    detail: [
      '开始日期须是 2000 年至 2100 年之间的真实日期。',
      'The start must be a real date from 2000 to 2100.',
    ],
    remedy: ['请更正 startsOn。', 'Correct startsOn.'],
  }),
} as const satisfies Record<CoreRejectionCode, ProblemText>;

export const REJECTION_PROBLEMS = {
  ...CORE_PROBLEMS,
  ...dutyProblems,
  ...unitProblems,
  ...indicatorProblems,
  ...deliberationProblems,
  ...timeProblems,
  ...handsProblems,
  ...calendarProblems,
  ...migrationProblems,
} as const satisfies Record<RejectionCode, ProblemText>;
