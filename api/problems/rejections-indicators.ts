/** Words and HTTP statuses of refusals. Indicators: reports, measurements and targets. */
import type { IndicatorRejectionCode } from '../../domain/programme/indicators/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';

export const indicatorProblems = {
  'unknown-indicator': problem(404, ['没有该指标', 'Unknown indicator'], {
    detail: ['方案中没有这项指标。', 'The programme has no such indicator.'],
    remedy: ['请从方案的指标中选取。', 'Take the key from the indicators of the programme.'],
  }),
  'unknown-target': problem(404, ['没有该目标', 'Unknown target'], {
    detail: ['该指标没有这个目标。', 'The indicator has no such target.'],
    remedy: ['请从指标的目标中选取。', 'Take the key from the targets of the indicator.'],
  }),
  'indicator-not-reported': problem(409, ['该指标不由填报产生', 'Not a reported indicator'], {
    detail: [
      '该指标由各单位方案的完成情况统计得出，不能填报。',
      'The value is counted from the programmes of the units; nobody reports it.',
    ],
    remedy: ['请在单位方案中办结相应阶段。', 'Finish the phase in the programmes of the units.'],
  }),
  'report-unit-invalid': problem(422, ['单位不符', 'Unit does not fit'], {
    detail: [
      '该单位不在此指标的单位范围内；若指标不分单位，则不应填写单位。',
      'The unit is not among those of the indicator; an indicator without units takes none.',
    ],
    remedy: ['请从指标的单位中选取。', 'Take the unit from those of the indicator.'],
  }),
  'report-number-invalid': problem(422, ['数值无效', 'Number cannot be used'], {
    detail: [
      '数值不得为负，最多四位小数，且不得过大。',
      'A number is not below zero, has four decimals at most, and is not too large.',
    ],
    remedy: ['请更正数值。', 'Correct the number.'],
  }),
  'report-denominator-missing': problem(422, ['缺少分母', 'Denominator missing'], {
    detail: [
      '该指标按比例计算，须填写大于零的分母；分单位汇总时，没有相应对象的单位可填 0/0。',
      'The indicator is a share or an average and needs a denominator above zero; of units whose parts are added up, one that has nothing to count reports 0 of 0.',
    ],
    remedy: ['请填写分母。', 'Give the denominator.'],
  }),
  'report-denominator-unexpected': problem(422, ['不应填写分母', 'No denominator expected'], {
    detail: [
      '该指标不按比例计算，不应填写分母。',
      'The indicator is no share; it takes no denominator.',
    ],
    remedy: ['请去掉分母。', 'Leave the denominator out.'],
  }),
  'report-above-whole': problem(422, ['分子大于分母', 'Part larger than the whole'], {
    detail: ['百分比指标的分子不得大于分母。', 'A percentage cannot have a part above its whole.'],
    remedy: ['请核对两个数值。', 'Check both numbers.'],
  }),
  'report-date-invalid': problem(422, ['数据日期无效', 'Day does not fit'], {
    detail: [
      '数据日期不得早于方案开始，也不得晚于今日。',
      'The day lies before the start of the programme or is still to come.',
    ],
    remedy: ['请填写实际的数据日期。', 'Give the day to which the value belongs.'],
  }),
  'report-evidence-missing': problem(422, ['缺少佐证', 'Evidence missing'], {
    detail: ['填报须附说明或文件。', 'A report needs a note or a file.'],
    remedy: ['请写明来源或上传文件。', 'Say where the value comes from, or attach a file.'],
  }),
  'report-reason-missing': problem(422, ['更正须说明理由', 'Reason for the correction missing'], {
    detail: [
      '该单位当日已有填报；再次填报即为更正，须说明理由。原填报保留。',
      'The unit has reported for that day; another report corrects it and needs a reason. The first one stays.',
    ],
    remedy: ['请说明更正的理由。', 'Say why it is corrected.'],
  }),
} as const satisfies Record<IndicatorRejectionCode, ProblemText>;
