/** Words and HTTP statuses of refusals. Governance of time: extensions, suspensions, good cause, reviews, accountability. */
import type { TimeRejectionCode } from '../../domain/programme/time/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';

export const timeProblems = {
  'not-responsible-for-phase': problem(403, ['非该阶段责任单位', 'Not responsible for the phase'], {
    detail: [
      '只有该阶段的责任单位或牵头单位的任职人可以申请延期。',
      'Only a holder of a responsible or leading office of the phase may ask for an extension.',
    ],
    remedy: ['请由责任单位申请。', 'Let a responsible office ask.'],
  }),
  'unknown-extension': problem(404, ['没有该延期申请', 'Unknown extension'], {
    detail: ['没有这项延期申请。', 'There is no such request for an extension.'],
    remedy: ['请从待决事项清单中选取。', 'Choose one from the pending decisions.'],
  }),
  'extension-pending': problem(409, ['已有待决的延期申请', 'A request is pending'], {
    detail: [
      '该阶段已有一项延期申请尚未决定。',
      'A request for this phase has not been decided yet.',
    ],
    remedy: ['请等待决定。', 'Wait for the decision.'],
  }),
  'extension-limit': problem(409, ['延期次数已满', 'No further extension'], {
    detail: [
      '本轮准予延期的次数已达上限。',
      'This round has been extended as often as the plan allows.',
    ],
    remedy: ['请按现有期限办理。', 'Finish by the present due day.'],
  }),
  'extension-date-invalid': problem(422, ['新期限无效', 'Invalid new date'], {
    detail: [
      '新期限须晚于现有期限、不超过十年，准予的期限不得晚于所申请的期限。',
      'The new day must be later than the present one, within ten years, and not beyond the one asked for.',
    ],
    remedy: ['请更正 dueOn。', 'Correct dueOn.'],
  }),
  'parent-suspended': problem(409, ['上级方案中止中', 'The parent is suspended'], {
    detail: [
      '上级方案中止期间，单位方案不能恢复。',
      'A unit programme cannot go on while its parent programme is suspended.',
    ],
    remedy: ['请等待上级方案恢复。', 'Wait until the parent programme is resumed.'],
  }),
  'extension-decided': problem(409, ['延期申请已决定', 'Already decided'], {
    detail: ['这项延期申请已经决定。', 'The request has already been decided.'],
    remedy: ['请查看该阶段的延期记录。', 'See the extensions of the phase.'],
  }),
  'extension-lapsed': problem(409, ['延期申请已失效', 'The request has lapsed'], {
    detail: [
      '期限已过、阶段已结束或已进入新的轮次，未决定的申请即告失效；不作答复不等于准予。',
      'The deadline has passed, or the phase has closed or begun another round; an undecided request then lapses, as silence never grants.',
    ],
    remedy: ['请按现有期限办理。', 'Go by the present due day.'],
  }),
  'own-matter': problem(403, ['不得决定本单位事项', 'Not in one’s own matter'], {
    detail: [
      '您是申请人或责任单位的任职人，不得决定此事项。',
      'You asked for it or hold a responsible office, so you may not decide it.',
    ],
    remedy: ['请由其他任职人决定。', 'Let another person decide.'],
  }),
  'no-deciding-office': problem(409, ['没有可决定的职务', 'Nobody may decide'], {
    detail: [
      '可决定此事项的职务都与事项有关，方案须另行指定。',
      'Every office that could decide is concerned itself; the definition must name another.',
    ],
    remedy: ['请修订方案定义中的决定职务。', 'Name another deciding office in the definition.'],
  }),
  'climb-not-begun': problem(409, ['尚未逾期', 'Not overdue yet'], {
    detail: [
      '该阶段尚未逾期，督办阶梯没有启动。',
      'The deadline has not been missed, so nothing climbs.',
    ],
    remedy: ['逾期之前请申请延期。', 'Ask for an extension before the due instant.'],
  }),
  'climb-stopped': problem(409, ['督办已停止', 'The climb has stopped'], {
    detail: ['本轮已认定正当理由。', 'A good cause has been accepted for this round.'],
    remedy: ['无须重复认定。', 'Nothing more is needed.'],
  }),
  'review-too-late': problem(409, ['已过申请复核的期限', 'Too late for a review'], {
    detail: [
      '申请复核须在规定的工作日内提出。',
      'A review must be asked for within the working days allowed.',
    ],
    remedy: ['请查看督办事项的日期。', 'See the day on which the rung was raised.'],
  }),
  'review-requested-before': problem(409, ['已申请复核', 'Review already requested'], {
    detail: [
      '对这项督办已经申请过复核。',
      'A review of this escalation has been requested before.',
    ],
    remedy: ['请查看复核结果。', 'See what became of it.'],
  }),
  'unknown-review': problem(404, ['没有该复核', 'Unknown review'], {
    detail: ['没有这项复核。', 'There is no such review.'],
    remedy: ['请从待决事项清单中选取。', 'Choose one from the pending decisions.'],
  }),
  'review-decided': problem(409, ['复核已决定', 'Review already decided'], {
    detail: ['这项复核已经决定。', 'The review has already been decided.'],
    remedy: ['请查看复核结果。', 'See the outcome.'],
  }),
  'review-pending': problem(409, ['复核尚未决定', 'A review is pending'], {
    detail: [
      '对该项的复核尚未决定，不得决定问责建议。',
      'A review of this rung is pending; the proposal cannot be decided before it.',
    ],
    remedy: ['请先决定复核。', 'Decide the review first.'],
  }),
  'rung-struck': problem(409, ['该项已撤销', 'The rung was struck'], {
    detail: ['经复核，该项已撤销。', 'A review did not uphold this rung.'],
    remedy: ['无须决定。', 'Nothing is to be decided.'],
  }),
  'no-accountability-proposed': problem(409, ['没有问责建议', 'Nothing is proposed'], {
    detail: ['这一级督办没有提出问责建议。', 'This rung proposes no accountability.'],
    remedy: ['请选取问责建议一级的督办。', 'Choose a rung of accountability.'],
  }),
  'accountability-decided': problem(409, ['问责建议已决定', 'Already decided'], {
    detail: ['这项问责建议已经决定。', 'The proposal has already been decided.'],
    remedy: ['请查看决定。', 'See the decision.'],
  }),
} as const satisfies Record<TimeRejectionCode, ProblemText>;
