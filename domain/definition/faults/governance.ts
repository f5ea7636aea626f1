/** Faults of the governance of time: offices that do not exist, numbers that make no sense. */
import type { Fault } from '../fault.ts';
import type { Definition } from '../types.ts';
import { officeFaults, wholeNumberFaults, type WholeNumberRule } from './common.ts';
import { definitionFault } from './messages.ts';

const AT = '/governance';

export function governanceFaults({ governance, offices }: Definition): readonly Fault[] {
  if (governance === undefined) return [];
  const { extensions, reviews, urging } = governance;
  const keys = new Set(offices.map(({ key }) => key));
  const deciding = ['extensions', 'suspension', 'goodCause', 'reviews', 'accountability'] as const;
  return [
    ...deciding.flatMap((part) => {
      const office = governance[part]?.decidedBy;
      return office === undefined ? [] : officeFaults(`${AT}/${part}/decidedBy`, office, keys);
    }),
    ...(extensions === undefined
      ? []
      : [
          ...officeFaults(`${AT}/extensions/otherwise`, extensions.otherwise, keys),
          ...sameOfficeFaults(extensions),
        ]),
    ...countFaults(extensions?.most, { pointer: `${AT}/extensions/most`, code: 'extensions-most' }),
    ...countFaults(reviews?.withinWorkdays, {
      pointer: `${AT}/reviews/withinWorkdays`,
      code: 'review-days',
    }),
    ...countFaults(urging?.coolDownHours, {
      pointer: `${AT}/urging/coolDownHours`,
      code: 'cool-down',
    }),
  ];
}

/** Whoever decides where the deciding office itself applies must be somebody else. */
function sameOfficeFaults(extensions: {
  readonly decidedBy: string;
  readonly otherwise: string;
}): readonly Fault[] {
  const isSame = extensions.decidedBy === extensions.otherwise;
  return isSame
    ? [definitionFault(`${AT}/extensions/otherwise`, 'decider-same', extensions.otherwise)]
    : [];
}

function countFaults(
  value: number | undefined,
  rule: Pick<WholeNumberRule, 'pointer' | 'code'>,
): readonly Fault[] {
  return value === undefined ? [] : wholeNumberFaults(value, { ...rule, least: 1 });
}
