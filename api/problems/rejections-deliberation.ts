/** Words and HTTP statuses of refusals. Bodies that meet and vote, and what is owed once a step is approved. */
import type { DeliberationRejectionCode } from '../../domain/programme/deliberation/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';

export const deliberationProblems = {
  'ballot-required': problem(422, ['须登记表决结果', 'A ballot is required'], {
    detail: [
      '此席位由会议表决决定，不能由个人直接签批。',
      'A body decides this by its vote; nobody can decide it for the body.',
    ],
    remedy: [
      '请以 POST /v1/tasks/{id}/ballots 登记会议表决；退回仍可直接办理。',
      'Record the meeting by POST /v1/tasks/{id}/ballots; a return is still possible.',
    ],
  }),
  'ballot-unexpected': problem(422, ['此席位不由会议表决', 'No body decides here'], {
    detail: [
      '该职务在此环节由个人签批，不登记表决。',
      'The office decides by itself in this step; there is no body that votes.',
    ],
    remedy: [
      '请以 POST /v1/tasks/{id}/decisions 签批。',
      'Decide it by POST /v1/tasks/{id}/decisions.',
    ],
  }),
  'ballot-counts-invalid': problem(422, ['表决人数不符', 'The counts do not fit'], {
    detail: [
      '各项人数须为不小于 0 的整数；实到不得多于应到，赞成、反对、弃权之和不得多于实到。',
      'The counts are whole numbers; no more are present than eligible, and no more votes were cast than people were present.',
    ],
    remedy: ['请核对应到、实到和票数。', 'Check who was eligible and present, and the votes.'],
  }),
  'ballot-voters-unexpected': problem(422, ['无记名表决不得列名', 'A secret vote has no names'], {
    detail: [
      '该会议以无记名方式表决，不得登记每个人的投票。',
      'The body votes in secret, so nobody’s vote is recorded.',
    ],
    remedy: ['请去掉 voters。', 'Leave out voters.'],
  }),
  'ballot-voters-disagree': problem(
    422,
    ['记名表决与票数不符', 'The names do not give the counts'],
    {
      detail: [
        '记名表决须逐一列出实到人员及其意见，姓名不得空缺或重复，且与各项票数一致。',
        'A named vote lists everybody present once, by name, and gives the counts.',
      ],
      remedy: [
        '请逐一核对名单；同名者请加以区分。',
        'Check the list; tell people of the same name apart.',
      ],
    },
  ),
  'ballot-date-invalid': problem(422, ['会议日期无效', 'Invalid day of the meeting'], {
    detail: [
      '会议须在本阶段本轮开始之后、今天或之前召开。',
      'The body must have met since this round of the phase opened, and not in the future.',
    ],
    remedy: ['请更正 heldOn。', 'Correct heldOn.'],
  }),
  'deliverable-not-owed': problem(409, ['尚不应提交', 'Not owed yet'], {
    detail: [
      '须在其前的签批环节通过之后，才可提交此项。',
      'It can be handed in only once the step before it is approved.',
    ],
    remedy: ['请等待该环节签批完毕。', 'Wait until the step is approved.'],
  }),
  'signed-by-same-person': problem(403, ['签批人不得提交', 'Whoever signed does not hand in'], {
    detail: [
      '您在本轮已签批，不得再提交本阶段的交付物。',
      'You have signed in this round, so you may not hand in a deliverable of the phase.',
    ],
    remedy: ['请由同一职务的其他任职人提交。', 'Let another holder of the office hand it in.'],
  }),
} as const satisfies Record<DeliberationRejectionCode, ProblemText>;
