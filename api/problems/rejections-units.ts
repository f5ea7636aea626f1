/** Words and HTTP statuses of refusals. Roll-outs: unit programmes, the frozen set of units, and samples. */
import type { UnitRejectionCode } from '../../domain/programme/units/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';

export const unitProblems = {
  'units-required': problem(422, ['缺少单位名册', 'Units required'], {
    detail: [
      '正式方案须给出每一个单位名册，且不得为空。',
      'A live programme needs the units of every set, and no set may be empty.',
    ],
    remedy: ['请在 unitSets 中补全名册。', 'Give the units in unitSets.'],
  }),
  'unknown-unit-set': problem(422, ['没有该单位名册', 'Unknown set of units'], {
    detail: ['方案定义中没有这个单位名册。', 'The definition has no such set of units.'],
    remedy: ['请从方案定义中选取名册的键。', 'Take the key of the set from the definition.'],
  }),
  'unit-repeated': problem(422, ['单位重复', 'Unit listed twice'], {
    detail: ['同一名册中单位的键重复。', 'A key stands twice in one set of units.'],
    remedy: ['请为每个单位使用不同的键。', 'Give every unit a key of its own.'],
  }),
  'unit-group-unknown': problem(422, ['所属单位无效', 'Unknown wider unit'], {
    detail: [
      '单位的 within 须是上一级名册中的单位；最上一级名册的单位没有 within。',
      'A unit lies within one of the wider set; units of the widest set lie in none.',
    ],
    remedy: ['请更正 within。', 'Correct within.'],
  }),
  'too-many-units': problem(422, ['单位过多', 'Too many units'], {
    detail: ['一个名册最多 2000 个单位。', 'A set has 2,000 units at most.'],
    remedy: ['请拆分方案。', 'Split the programme.'],
  }),
  'unknown-rollout': problem(404, ['没有该推开事项', 'Unknown roll-out'], {
    detail: ['方案定义中没有这个推开事项。', 'The definition has no such roll-out.'],
    remedy: ['请从方案定义中选取其键。', 'Take its key from the definition.'],
  }),
  'unknown-unit': problem(422, ['没有该单位', 'Unknown unit'], {
    detail: ['名册中没有这个单位。', 'The set has no such unit.'],
    remedy: ['请从名册中选取单位的键。', 'Take the key of the unit from the set.'],
  }),
  'rollout-not-restrictable': problem(422, ['正式方案不得限缩', 'Only a rehearsal is restricted'], {
    detail: [
      '只有演练可以限定推开的单位，正式方案须覆盖名册全部单位。',
      'Only a rehearsal may restrict a roll-out to some units; a live programme runs for all of them.',
    ],
    remedy: ['请去掉 rollouts，或以演练启动。', 'Leave out rollouts, or start a rehearsal.'],
  }),
  'unit-key-used': problem(422, ['单位的键已用过', 'Key of a unit used before'], {
    detail: [
      '这个键曾属于已移出名册的单位，不能再用。',
      'The key was that of a unit that left the set, and is not used again.',
    ],
    remedy: ['请另选一个键。', 'Choose another key.'],
  }),
  'unit-in-use': problem(409, ['单位内仍有下级单位', 'Other units lie in it'], {
    detail: ['下级名册仍有单位属于它。', 'Units of a narrower set still lie in it.'],
    remedy: ['请先移出下级单位。', 'Remove those units first.'],
  }),
  'units-unchanged': problem(422, ['名册没有变化', 'Nothing to change'], {
    detail: ['没有要增加或移出的单位。', 'There is no unit to add or remove.'],
    remedy: ['请在 add 或 remove 中给出单位。', 'Name units in add or remove.'],
  }),
  'not-inspected': problem(409, ['未规定抽查验收', 'No inspection'], {
    detail: ['该推开事项没有抽查验收的规定。', 'The roll-out has no rule for inspection.'],
    remedy: ['请查看方案定义。', 'See the definition.'],
  }),
  'nothing-to-inspect': problem(409, ['没有可抽查的单位', 'Nothing to inspect'], {
    detail: [
      '没有已完成而尚未通过抽查的单位。',
      'No unit has finished without having passed an inspection.',
    ],
    remedy: ['请待有单位完成后再抽查。', 'Draw again when units have finished.'],
  }),
  'sample-open': problem(409, ['上次抽查尚未办完', 'A sample is still open'], {
    detail: [
      '上一次抽中的单位尚未全部验收，不能再抽。',
      'Units of the last sample are not inspected yet, so there is no other draw.',
    ],
    remedy: ['请先登记各单位的验收结果。', 'Record their inspections first.'],
  }),
  'unknown-sample': problem(404, ['没有该抽查', 'Unknown sample'], {
    detail: ['没有这次抽查。', 'There is no such sample.'],
    remedy: ['请从抽查清单中选取。', 'Choose one from the list of samples.'],
  }),
  'unit-not-drawn': problem(422, ['该单位未被抽中', 'Unit not drawn'], {
    detail: ['该单位不在这次抽查之中。', 'The unit is not in this sample.'],
    remedy: ['请查看抽中的单位。', 'See which units were drawn.'],
  }),
  'already-inspected': problem(409, ['已验收通过', 'Already passed'], {
    detail: ['该单位在这次抽查中已经通过。', 'The unit has already passed in this sample.'],
    remedy: ['请查看验收记录。', 'See what was recorded.'],
  }),
  'unit-not-finished': problem(409, ['该单位尚未办结', 'Unit not finished'], {
    detail: [
      '该单位的这一阶段目前没有办结，不能验收。',
      'The unit has not finished the phase at present, so it cannot be inspected.',
    ],
    remedy: ['请待其重新办结。', 'Wait until it is closed again.'],
  }),
  'inspector-took-part': problem(403, ['经办人不得验收', 'Whoever took part does not inspect'], {
    detail: [
      '您在该单位的方案中提交过交付物或签批过，不得验收。',
      'You handed in or decided something in the programme of this unit, so you may not inspect it.',
    ],
    remedy: ['请由同一职务的其他任职人验收。', 'Let another holder of the office inspect.'],
  }),
} as const satisfies Record<UnitRejectionCode, ProblemText>;
