/** A preview of a calendar as the rows of a table: one for each day that moves and each moment that fires at another instant. Pure. */
import type { Preview } from './calendar-queries.ts';

type Programme = Preview['programmes'][number];
type Moment = Programme['moments'][number];

type Day =
  | { readonly kind: 'day'; readonly on: string }
  | { readonly kind: 'instant'; readonly at: string }
  /** A day that stays, of which a notice makes sure. */
  | { readonly kind: 'provisional' | 'certain' }
  /** A moment that is planned on one side only. */
  | { readonly kind: 'none' };

export interface Move {
  readonly key: string;
  readonly programme: Programme;
  readonly what:
    | { readonly kind: 'due'; readonly phase: string; readonly round: number }
    | {
        readonly kind: 'answer';
        readonly phase: string;
        readonly round: number;
        readonly rung: Programme['answers'][number]['rung'];
      }
    | { readonly kind: 'confirmed'; readonly phase: string }
    | { readonly kind: 'moment'; readonly phase: string; readonly moment: Moment };
  readonly before: Day;
  readonly after: Day;
}

/** Days first, then what follows from them. */
export function movesOf({ programmes }: Preview): readonly Move[] {
  return programmes.flatMap((programme) => {
    const { programmeId: id, changes, answers, confirmed, moments } = programme;
    return [
      ...changes.map(({ phase, round, dueOnBefore, dueOnAfter }): Move => ({
        key: `${id} due ${phase}`,
        programme,
        what: { kind: 'due', phase, round },
        before: { kind: 'day', on: dueOnBefore },
        after: { kind: 'day', on: dueOnAfter },
      })),
      ...answers.map(
        ({ phase, round, rung, escalationId, answerDueOnBefore, answerDueOnAfter }): Move => ({
          key: `${id} answer ${escalationId}`,
          programme,
          what: { kind: 'answer', phase, round, rung },
          before: { kind: 'day', on: answerDueOnBefore },
          after: { kind: 'day', on: answerDueOnAfter },
        }),
      ),
      ...confirmed.map((phase): Move => ({
        key: `${id} confirmed ${phase}`,
        programme,
        what: { kind: 'confirmed', phase },
        before: { kind: 'provisional' },
        after: { kind: 'certain' },
      })),
      ...moments.map((moment): Move => ({
        key: [id, ...Object.values(moment)].join(' '),
        programme,
        what: { kind: 'moment', phase: moment.phase, moment },
        before: instantOf(moment.before),
        after: instantOf(moment.after),
      })),
    ];
  });
}

function instantOf(at: string | null): Day {
  return at === null ? { kind: 'none' } : { kind: 'instant', at };
}
