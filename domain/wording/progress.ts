/** The names of lights and of the columns of a progress list, in both languages. */
import type { Localised } from '../definition/localised.ts';
import type { Light } from '../indicators/progress-list.ts';

export const lightLabels: Readonly<Record<Light, Localised>> = {
  overdue: { zh: '逾期', en: 'overdue' },
  behind: { zh: '滞后', en: 'behind' },
  lapsed: { zh: '已失效', en: 'lapsed' },
  'under-way': { zh: '进行中', en: 'under way' },
  ahead: { zh: '达到序时进度', en: 'at or ahead of pace' },
  waiting: { zh: '未开始', en: 'not begun' },
  done: { zh: '已完成', en: 'done' },
};
