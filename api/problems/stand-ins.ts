/** Words and HTTP statuses of what acting through a rehearsal person is refused for. */
import { problem, type ProblemText } from './problem-text.ts';

export const STAND_IN_PROBLEMS = {
  'not-a-rehearsal': problem(409, ['不是演练', 'Not a rehearsal'], {
    detail: [
      '这是正式方案，任何人都只能以本人身份办理。',
      'This is a live programme, in which everybody acts as himself only.',
    ],
    remedy: ['请另行启动演练。', 'Start a rehearsal instead.'],
  }),
  'not-the-starter': problem(403, ['不是演练发起人', 'Not who started it'], {
    detail: [
      '只有演练的发起人可以以其中各职务的身份办理。',
      'Only whoever started a rehearsal may act as the offices in it.',
    ],
    remedy: ['请由发起人办理，或另行启动演练。', 'Ask who started it, or start one of your own.'],
  }),
  'no-rehearsal-person': problem(409, ['没有演练人员', 'No rehearsal person'], {
    detail: [
      '该职务在这次演练中没有演练人员，由指定账号或本单位人员担任。',
      'No person of this rehearsal holds the office: an account or the organisation’s own holder does.',
    ],
    remedy: [
      '启动演练时请将 clock.standIns 设为 true。',
      'Start a rehearsal with clock.standIns true.',
    ],
  }),
  'stand-in-confined': problem(403, ['演练身份仅限演练', 'Confined to the rehearsal'], {
    detail: [
      '演练人员只存在于其演练之中，不能在别处查看或办理。',
      'A rehearsal person exists in his rehearsal only, and sees and does nothing elsewhere.',
    ],
    remedy: ['请以本人身份办理。', 'Act as yourself.'],
  }),
} as const satisfies Record<string, ProblemText>;
