/** The words of the faults of deputies, leads, co-organisers and urging. */
import type { Localised } from '../localised.ts';

export const HANDS_MESSAGES = {
  'deputy-unknown': { zh: '代理职务不在职务表中', en: 'The deputy is not among the offices' },
  'deputy-itself': { zh: '职务不能由自己代理', en: 'An office cannot be its own deputy' },
  'lead-unknown': { zh: '牵头职务不在职务表中', en: 'The lead is not among the offices' },
  'co-organiser-unknown': {
    zh: '协办职务不在职务表中',
    en: 'The co-organiser is not among the offices',
  },
  'co-organiser-repeated': { zh: '协办职务重复', en: 'The co-organiser is listed twice' },
  'co-organiser-leads': {
    zh: '协办职务就是牵头职务',
    en: 'The co-organiser is the lead itself',
  },
  'co-organiser-owes-nothing': {
    zh: '协办职务在这一阶段没有须提交的交付物',
    en: 'The co-organiser owes no deliverable of the phase',
  },
  'co-organiser-days': {
    zh: '提前的工作日须为不小于 1 的整数',
    en: 'The working days before must be a whole number of 1 or more',
  },
} as const satisfies Record<string, Localised>;
