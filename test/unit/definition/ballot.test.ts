/** A body's vote: which record holds together, what comes of it, and the words for it. */
import { describe, expect, test } from '@jest/globals';
import {
  ballotFault,
  countBallot,
  explainBallot,
  leastOf,
  type Ballot,
} from '../../../domain/definition/ballot.ts';
import type { BodyPolicy, Share } from '../../../domain/definition/policy-types.ts';

const half: Share = { rule: 'more-than', numerator: 1, denominator: 2 };
const twoThirds: Share = { rule: 'at-least', numerator: 2, denominator: 3 };

function body(changes: Partial<BodyPolicy> = {}): BodyPolicy {
  return {
    kind: 'body',
    office: 'clerk',
    title: { zh: '村民代表会议', en: 'The representatives' },
    ballot: 'secret',
    quorum: twoThirds,
    majority: { ...half, of: 'present' },
    ...changes,
  };
}

function ballot(changes: Partial<Ballot> = {}): Ballot {
  const counts = { eligible: 33, present: 24, inFavour: 13, against: 9, abstained: 1 };
  return { heldOn: '2013-09-20', ...counts, ...changes };
}

describe('the least that reaches a share', () => {
  test.each<readonly [Share, number, number]>([
    [half, 24, 13],
    [half, 25, 13],
    [half, 1, 1],
    [half, 0, 1],
    [{ ...half, rule: 'at-least' }, 24, 12],
    [{ ...half, rule: 'at-least' }, 25, 13],
    [twoThirds, 33, 22],
    [twoThirds, 34, 23],
    [twoThirds, 35, 24],
    [{ ...twoThirds, rule: 'more-than' }, 33, 23],
    [twoThirds, 0, 1],
    [{ rule: 'at-least', numerator: 1, denominator: 1 }, 7, 7],
    [{ rule: 'more-than', numerator: 0, denominator: 1 }, 7, 1],
    [{ rule: 'at-least', numerator: 999, denominator: 1000 }, 1_000_000, 999_000],
    [{ rule: 'more-than', numerator: 999, denominator: 1000 }, 1_000_000, 999_001],
  ])('%j of %d is %d', (share, count, least) => {
    expect(leastOf(share, count)).toBe(least);
  });

  test('is the smallest whole number for which the fraction holds, whatever the count', () => {
    for (const rule of ['at-least', 'more-than'] as const) {
      for (let denominator = 1; denominator <= 7; denominator += 1) {
        for (let numerator = 1; numerator < denominator; numerator += 1) {
          for (let count = 1; count <= 60; count += 1) {
            const least = leastOf({ rule, numerator, denominator }, count);
            const holds = (votes: number): boolean =>
              rule === 'at-least'
                ? votes * denominator >= numerator * count
                : votes * denominator > numerator * count;
            expect([holds(least), least === 1 || !holds(least - 1)]).toEqual([true, true]);
          }
        }
      }
    }
  });
});

describe('the result', () => {
  test.each<readonly [string, BodyPolicy, Ballot, boolean, boolean]>([
    ['passes on the dot', body(), ballot(), true, true],
    ['fails by one vote', body(), ballot({ inFavour: 12 }), true, false],
    ['has a quorum on the dot', body(), ballot({ present: 22, against: 8 }), true, true],
    ['lacks one for the quorum', body(), ballot({ present: 21, against: 7 }), false, false],
    [
      'counts against all who are eligible',
      body({ majority: { ...half, of: 'eligible' } }),
      ballot({ inFavour: 16, against: 0 }),
      true,
      false,
    ],
    [
      'counts against the votes cast, abstentions included and invalid ballots not',
      body({ majority: { ...half, of: 'votes' } }),
      ballot({ inFavour: 10, against: 8, abstained: 1 }),
      true,
      true,
    ],
    [
      'does not pass without a vote in favour',
      body({ majority: { rule: 'at-least', numerator: 1, denominator: 2, of: 'votes' } }),
      ballot({ inFavour: 0, against: 0, abstained: 0 }),
      true,
      false,
    ],
    [
      'has no quorum of nobody',
      body(),
      ballot({ eligible: 0, present: 0, inFavour: 0, against: 0, abstained: 0 }),
      false,
      false,
    ],
  ])('%s', (...[, policy, record, isQuorate, isPassed]) => {
    expect(ballotFault(policy, record)).toBeNull();
    expect(countBallot(policy, record)).toMatchObject({ isQuorate, isPassed });
  });
});

describe('a record', () => {
  const voters = ['甲', '乙', '丙'].map((name, index) => ({
    name,
    vote: (['in-favour', 'against', 'invalid'] as const)[index] ?? 'invalid',
  }));
  const named = body({ ballot: 'named' });
  const three = { eligible: 3, present: 3, inFavour: 1, against: 1, abstained: 0 };

  test.each<readonly [string, BodyPolicy, Ballot, string | null]>([
    ['of counts that fit', body(), ballot(), null],
    ['with more present than eligible', body(), ballot({ present: 34 }), 'ballot-counts-invalid'],
    ['with more votes than present', body(), ballot({ against: 11 }), 'ballot-counts-invalid'],
    ['with half a person', body(), ballot({ present: 23.5 }), 'ballot-counts-invalid'],
    ['with less than nobody', body(), ballot({ abstained: -1 }), 'ballot-counts-invalid'],
    ['without a number', body(), ballot({ eligible: NaN }), 'ballot-counts-invalid'],
    ['of a secret vote with names', body(), ballot({ voters: [] }), 'ballot-voters-unexpected'],
    ['of a named vote', named, ballot({ ...three, voters }), null],
    ['of a named vote without names', named, ballot(three), 'ballot-voters-disagree'],
    [
      'of a named vote with one name missing',
      named,
      ballot({ ...three, voters: voters.slice(1) }),
      'ballot-voters-disagree',
    ],
    [
      'of a named vote that gives other counts',
      named,
      ballot({ ...three, inFavour: 2, against: 0, voters }),
      'ballot-voters-disagree',
    ],
    [
      'of a named vote with one person twice',
      named,
      ballot({ ...three, voters: voters.map((voter) => ({ ...voter, name: '甲' })) }),
      'ballot-voters-disagree',
    ],
    [
      'of a named vote with a nameless voter',
      named,
      ballot({ ...three, voters: voters.map((voter) => ({ ...voter, name: ' ' })) }),
      'ballot-voters-disagree',
    ],
  ])('%s is judged', (...[, policy, record, fault]) => {
    expect(ballotFault(policy, record)).toBe(fault);
  });
});

describe('the sentence of a vote', () => {
  test.each<readonly [BodyPolicy, Ballot, string, string]>([
    [
      body(),
      ballot(),
      '应到 33 人，实到 24 人，法定人数 22 人，已达到；赞成 13 票，须超过实到半数（13 票）：通过',
      '24 of 33 present, 22 needed; 13 for, 13 needed: passed',
    ],
    [
      body({ majority: { ...twoThirds, of: 'votes' } }),
      ballot(),
      '应到 33 人，实到 24 人，法定人数 22 人，已达到；赞成 13 票，须达到投票三分之二（16 票）：未通过',
      '24 of 33 present, 22 needed; 13 for, 16 needed: not passed',
    ],
    [
      body(),
      ballot({ present: 20, inFavour: 20, against: 0, abstained: 0 }),
      '应到 33 人，实到 20 人，法定人数 22 人，未达到：表决无效，须重新召开',
      '20 of 33 present, 22 needed: no quorum, the meeting must be held again',
    ],
  ])('%j', (...[policy, record, zh, en]) => {
    expect(explainBallot(policy, record)).toEqual({ zh, en });
  });
});
