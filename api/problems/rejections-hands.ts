/** Words and HTTP statuses of refusals. Who acts: transfers, consultations, further signers, copies, urging. */
import type { HandsRejectionCode } from '../../domain/programme/hands/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';

export const handsProblems = {
  'office-not-in-definition': problem(422, ['方案中没有该职务', 'No such office in the plan'], {
    detail: ['方案定义中没有这个职务。', 'The definition of the programme has no such office.'],
    remedy: ['请从方案定义中选取职务的键。', 'Take the key of the office from the definition.'],
  }),
  'office-already-signs': problem(409, ['该职务已在本环节签批', 'Already among the signers'], {
    detail: [
      '该职务在此环节已有席位，不能再占一席。',
      'The office already has a slot in this step and cannot take another.',
    ],
    remedy: ['请选择其他职务。', 'Choose another office.'],
  }),
  'office-owes-deliverable': problem(
    409,
    ['提交单位不得签批', 'An office that hands in does not sign'],
    {
      detail: [
        '该职务须提交本阶段的交付物，不得签批本阶段。',
        'The office owes a deliverable of this phase, so it may not sign it off.',
      ],
      remedy: ['请选择其他职务。', 'Choose another office.'],
    },
  ),
  'transfer-chain-too-long': problem(409, ['转办次数已满', 'Transferred too often'], {
    detail: [
      '该席位在本轮已转办三次，不能再转。',
      'The slot has been transferred three times in this round.',
    ],
    remedy: [
      '请签批，或请主管单位退回本阶段。',
      'Decide, or ask the owning office to return the phase.',
    ],
  }),
  'reason-required': problem(422, ['须说明理由', 'A reason is required'], {
    detail: ['该操作须写明理由或内容。', 'The act needs its reason or its text.'],
    remedy: ['请填写后重新提交。', 'Send it again with a text.'],
  }),
  'signer-not-in-step': problem(404, ['没有该签批人', 'No such signer'], {
    detail: ['该职务在此环节没有席位。', 'The office has no slot in this step.'],
    remedy: ['请查看环节的席位。', 'See the slots of the step.'],
  }),
  'signer-required-by-paper': problem(409, ['文件规定的签批人', 'Named by the paper'], {
    detail: [
      '该席位由文件规定，不能减去；可以转办。',
      'The paper names this slot; it cannot be removed, only transferred.',
    ],
    remedy: ['请转办该席位。', 'Transfer the slot instead.'],
  }),
  'signer-decided': problem(409, ['该签批人已签批', 'The signer has decided'], {
    detail: ['已经签批的席位不能减去。', 'A slot that has decided cannot be removed.'],
    remedy: ['请由签批人先撤回签批。', 'Let the signer withdraw the decision first.'],
  }),
  'not-your-signer': problem(403, ['不是您加签的', 'Not your signer'], {
    detail: [
      '只有提出加签的席位可以减签。',
      'Only the slot that asked for the signer can take the signer back.',
    ],
    remedy: ['请由加签的职务办理。', 'Let the office that asked for the signer act.'],
  }),
  'removal-would-reject': problem(409, ['减签会使环节未通过', 'Removal would reject the step'], {
    detail: [
      '其余席位均未同意，减签会使该环节未获通过。',
      'None of the others agrees, so that the step would be rejected without this signer.',
    ],
    remedy: ['请等待该签批人签批。', 'Wait for the signer to decide.'],
  }),
  'consultation-open': problem(409, ['已有未答复的征询', 'A consultation is open'], {
    detail: ['该席位已有一项征询尚未答复。', 'A question of this slot has not been answered yet.'],
    remedy: ['请等待答复，或直接签批。', 'Wait for the answer, or decide without it.'],
  }),
  'consults-itself': problem(422, ['不能征询自己', 'An office cannot consult itself'], {
    detail: ['征询的对象是本职务。', 'The office that is asked is the one that asks.'],
    remedy: ['请选择其他职务。', 'Choose another office.'],
  }),
  'unknown-consultation': problem(404, ['没有该征询', 'Unknown consultation'], {
    detail: [
      '没有这项征询，或它属于已结束的轮次。',
      'There is no such consultation, or its round is over.',
    ],
    remedy: ['请从征询清单中选取。', 'Choose one from the list of consultations.'],
  }),
  'consultation-closed': problem(409, ['征询已结束', 'The consultation is over'], {
    detail: [
      '该征询已经答复，或征询方已不再等待。',
      'It has been answered, or whoever asked waits no longer.',
    ],
    remedy: ['请查看环节的当前状态。', 'See the present state of the step.'],
  }),
  'may-not-copy': problem(403, ['无权抄送', 'May not copy'], {
    detail: [
      '只有主管单位、牵头单位和正在签批的职务可以抄送。',
      'Only the owner, the lead and an office whose decision is open may copy the phase to others.',
    ],
    remedy: ['请由上述职务办理。', 'Let one of these offices act.'],
  }),
  'may-not-urge': problem(403, ['无权催办', 'May not urge'], {
    detail: [
      '只有主管单位、牵头单位和责任单位的上级可以催办。',
      'Only the owner, the lead and a superior of a responsible office may urge.',
    ],
    remedy: ['请由上述职务办理。', 'Let one of these offices act.'],
  }),
  'nobody-to-urge': problem(409, ['无可催办', 'Nobody to urge'], {
    detail: ['目前没有责任单位须办理。', 'No office holds the phase up at present.'],
    remedy: ['请查看阶段的当前状态。', 'See the present state of the phase.'],
  }),
  'urged-recently': problem(429, ['刚催办过', 'Urged a short while ago'], {
    detail: ['该阶段刚催办过，须过一段时间再催。', 'The phase was urged a short while ago.'],
    remedy: ['请在 until 所示时间之后再催办。', 'Urge it again after the instant in until.'],
  }),
} as const satisfies Record<HandsRejectionCode, ProblemText>;
