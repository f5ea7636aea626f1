/** Roll-outs: unit programmes, the frozen set of units, and samples. How a rehearsal tells of the events. */
import type { UnitEvents } from '../../../domain/programme/units/events.ts';
import type { Tellers } from './teller.ts';

export const unitTellers: Tellers<keyof UnitEvents> = {
  UnitsChanged: ({ set, before, after, reason }) => ({
    zh: `单位名册 ${set} 变更：${String(before)} → ${String(after)}，${reason}`,
    en: `units of ${set} changed: ${String(before)} → ${String(after)}`,
  }),
  UnitProgrammesAligned: ({ started, ended }) => ({
    zh: `落实到单位：${String(started)} 个单位方案${ended > 0 ? `，终止 ${String(ended)} 个` : ''}`,
    en: `unit programmes: ${String(started)}${ended > 0 ? `, ${String(ended)} ended` : ''}`,
  }),
  SampleDrawn: ({ rollout, from, units }) => ({
    zh: `抽查 ${rollout}：${String(from)} 个中抽 ${String(units.length)} 个`,
    en: `sample of ${rollout}: ${String(units.length)} of ${String(from)}`,
  }),
  UnitInspected: ({ unit, passed }) => ({
    zh: `  验收 ${unit}：${passed ? '通过' : '不通过'}`,
    en: `  ${unit} ${passed ? 'passed' : 'failed'} its inspection`,
  }),
};
