/** Puts questions of one kind together: those that come while earlier ones are under way go out as one query. */

/** Answers each question, in the order of the questions. */
export type Ask<Q, A> = (questions: readonly Q[]) => Promise<readonly A[]>;

export interface GatherOptions {
  /** Queries under way at once; as long as one is free nothing waits. */
  readonly lanes: number;
  /** Questions of one query. */
  readonly most: number;
  /** Whether a query of several questions that failed like this has told nothing of each, so that each may be asked alone. */
  readonly mayAskAlone: (error: unknown) => boolean;
}

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/** No question is held back to wait for company, so a lone caller loses nothing. */
export function gather<Q, A>(ask: Ask<Q, A>, options: GatherOptions): (question: Q) => Promise<A> {
  const queue: Waiting<Q, A>[] = [];
  let free = options.lanes;
  const run = async (): Promise<void> => {
    free -= 1;
    for (let group = take(); group.length > 0; group = take()) {
      await answer(ask, group, options.mayAskAlone);
    }
    free += 1;
  };
  const take = (): readonly Waiting<Q, A>[] => queue.splice(0, options.most);
  return (question) =>
    new Promise<A>((resolve, reject) => {
      queue.push({ question, resolve, reject });
      if (free > 0) void run();
    });
}

/** Never rejects: whatever happens is told to those who asked. */
async function answer<Q, A>(
  ask: Ask<Q, A>,
  group: readonly Waiting<Q, A>[],
  mayAskAlone: GatherOptions['mayAskAlone'],
): Promise<void> {
  try {
    const answers = await ask(group.map(({ question }) => question));
    if (answers.length !== group.length) throw new Error('an answer is missing');
    // As many answers as questions, so that each index has one.
    group.forEach(({ resolve }, index) => {
      resolve(answers[index] as A);
    });
  } catch (error) {
    if (group.length > 1 && mayAskAlone(error)) {
      await Promise.all(group.map((one) => answer(ask, [one], mayAskAlone)));
    } else {
      for (const { reject } of group) reject(error);
    }
  }
}
