/** The checks as the city's opinions and the town's plan would name them. */
import type { CheckContext } from '../../domain/definition/checks/check.ts';
import type { CheckReference } from '../../domain/definition/types.ts';

/** DG6 §11: a committee of five to nine members, women among them; one table for all communities. */
export const COMMITTEE: CheckReference = {
  name: 'members-range',
  params: {
    min: 5,
    max: 9,
    minWomen: 1,
    name: 'name',
    sex: 'sex',
    woman: '女',
    committee: 'community',
  },
};

/** DG3 §20: one social worker for 50 people in community rehabilitation. */
export const REHABILITATION: CheckReference = {
  name: 'ratio-per',
  params: { numerator: 'workers', denominator: 'people', count: 1, per: 50 },
};

/** DG4 §7: five social workers for 10,000 people. */
export const SOCIAL_WORKERS: CheckReference = {
  name: 'ratio-per',
  params: { numerator: 'workers', denominator: 'people', count: 5, per: 10_000 },
};

/** DG6 §9, DG7 §11: each deputy receives residents at least twice a year. */
export const VISITS: CheckReference = {
  name: 'minimum-rows',
  params: { minimum: 2, date: 'on', who: 'deputy' },
};

/** DG4 §4: 72 hours a year with a certificate, 720 without. */
export const CERTIFIED: CheckReference = {
  name: 'hours-at-least',
  params: { hours: 'hours', least: 72, where: { column: 'certified', equals: true } },
};
export const UNCERTIFIED: CheckReference = {
  name: 'hours-at-least',
  params: { hours: 'hours', least: 720, where: { column: 'certified', equals: false } },
};

/** LX 四.(二): the part of a newcomer's cost that the city used to pay, half by the district and half by the town. */
export const SPLIT: CheckReference = {
  name: 'cost-split',
  params: {
    total: 'cost',
    payers: [
      { key: 'district', title: { zh: '区', en: 'district' }, percent: 50 },
      { key: 'town', title: { zh: '镇', en: 'town' }, percent: 50 },
    ],
  },
};

/** DG4 §7: posts of social work are at least 20 % of those of each institution. */
export const POSTS: CheckReference = {
  name: 'share-at-least',
  params: { percent: 20, numerator: 'social', denominator: 'posts' },
};

/** DG6 §14: communities that resolve by their representatives, at least 80 % of all. */
export const RESOLVING: CheckReference = {
  name: 'share-at-least',
  params: { percent: 80, counting: { column: 'resolves', equals: true } },
};

export const ALL: readonly CheckReference[] = [
  COMMITTEE,
  REHABILITATION,
  SOCIAL_WORKERS,
  VISITS,
  CERTIFIED,
  UNCERTIFIED,
  SPLIT,
  POSTS,
  RESOLVING,
];

export const IN_2013: CheckContext = {
  today: '2013-10-01',
  window: { from: '2013-01-01', to: '2013-12-31' },
};
