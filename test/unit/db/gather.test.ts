import { describe, expect, it } from '@jest/globals';
import { gather, type Ask } from '../../../db/gather.ts';

interface Call {
  readonly questions: readonly number[];
  readonly answer: (answers: readonly string[]) => void;
  readonly fail: (error: Error) => void;
}

/** A source whose answers come when the test gives them. */
function slowSource(): { readonly ask: Ask<number, string>; readonly calls: Call[] } {
  const calls: Call[] = [];
  const ask: Ask<number, string> = (questions) =>
    new Promise((answer, fail) => {
      calls.push({ questions, answer, fail });
    });
  return { ask, calls };
}

/** Lets everything that can go on without an answer go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const spell = (questions: readonly number[]): readonly string[] => questions.map(String);

describe('gathering questions', () => {
  it('asks a lone question at once', () => {
    const { ask, calls } = slowSource();
    void gather(ask, { lanes: 1, most: 10, mayAskAlone: () => true })(7);
    expect(calls.map(({ questions }) => questions)).toEqual([[7]]);
  });

  it('puts together what comes while every lane is taken, and gives each its own answer', async () => {
    const { ask, calls } = slowSource();
    const find = gather(ask, { lanes: 2, most: 3, mayAskAlone: () => true });
    const answers = Promise.all([1, 2, 3, 4, 5, 6].map(find));
    expect(calls.map(({ questions }) => questions)).toEqual([[1], [2]]);
    for (let index = 0; index < 4; index += 1) {
      const call = calls[index];
      call?.answer(spell(call.questions));
      await settle();
    }
    expect(calls.map(({ questions }) => questions)).toEqual([[1], [2], [3, 4, 5], [6]]);
    expect(await answers).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('asks each alone when one of several was at fault, so that only that one fails', async () => {
    const find = gather(
      (questions: readonly number[]) =>
        questions.includes(3)
          ? Promise.reject(new Error('three is wrong'))
          : Promise.resolve(spell(questions)),
      { lanes: 1, most: 10, mayAskAlone: () => true },
    );
    const results = await Promise.allSettled([1, 2, 3, 4].map(find));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('does not repeat what may have been done', async () => {
    const { ask, calls } = slowSource();
    const find = gather(ask, { lanes: 1, most: 10, mayAskAlone: () => false });
    const results = Promise.allSettled([1, 2, 3].map(find));
    calls[0]?.answer(['1']);
    await settle();
    calls[1]?.fail(new Error('the connection broke'));
    expect((await results).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(calls).toHaveLength(2);
  });

  it('refuses at once when too many wait, and after a while those that are never sent', async () => {
    const { ask, calls } = slowSource();
    const limits = { lanes: 1, most: 10, mostWaiting: 2, patienceMs: 20 };
    const find = gather(ask, { ...limits, mayAskAlone: () => true });
    const first = find(1);
    const waiting = Promise.allSettled([find(2), find(3)]);
    await expect(find(4)).rejects.toThrow('too many callers');
    expect(await waiting).toMatchObject([
      { reason: { name: 'UnavailableError' } },
      { reason: { name: 'UnavailableError' } },
    ]);
    calls[0]?.answer(['1']);
    expect(await first).toBe('1');
    const later = find(5);
    await settle();
    expect(calls.map(({ questions }) => questions)).toEqual([[1], [5]]);
    calls[1]?.answer(['5']);
    expect(await later).toBe('5');
  });

  it('goes on after a failure, also after a source that throws or answers too little', async () => {
    const find = gather(
      (questions: readonly number[]) => {
        if (questions.includes(1)) throw new Error('at once');
        return Promise.resolve(questions.includes(2) ? [] : spell(questions));
      },
      { lanes: 1, most: 1, mayAskAlone: () => true },
    );
    await expect(find(1)).rejects.toThrow('at once');
    await expect(find(2)).rejects.toThrow('missing');
    expect(await find(3)).toBe('3');
  });
});
