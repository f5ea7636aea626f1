/** Puts questions of one kind together: those that come while earlier ones are under way go out as one query. */
import { UnavailableError } from './errors.ts';

/** Answers each question, in the order of the questions. */
export type Ask<Q, A> = (questions: readonly Q[]) => Promise<readonly A[]>;

export interface GatherOptions {
  /** Queries under way at once; as long as one is free nothing waits. */
  readonly lanes: number;
  /** Questions of one query. */
  readonly most: number;
  /** Whether a query of several questions that failed like this has told nothing of each, so that each may be asked alone. */
  readonly mayAskAlone: (error: unknown) => boolean;
  /** Questions that may wait; more are refused at once. */
  readonly mostWaiting?: number;
  /** How long a question may wait until it is sent. */
  readonly patienceMs?: number;
}

/** As many as fifty callers for each of twenty connections. */
const MOST_WAITING = 1_000;
/** As long as one waits for a connection. */
const PATIENCE_MS = 2_000;

interface Asked<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

interface Waiting<Q, A> extends Asked<Q, A> {
  readonly sinceMs: number;
}

/**
 * No question is held back to wait for company, so a lone caller loses nothing.
 * @throws UnavailableError (by rejecting) when too many wait, or one has waited too long; it was not asked then.
 */
export function gather<Q, A>(ask: Ask<Q, A>, options: GatherOptions): (question: Q) => Promise<A> {
  const { lanes, most, mayAskAlone } = options;
  const { mostWaiting = MOST_WAITING, patienceMs = PATIENCE_MS } = options;
  const queue: Waiting<Q, A>[] = [];
  let free = lanes;
  let timer: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    free -= 1;
    for (let group = queue.splice(0, most); group.length > 0; group = queue.splice(0, most)) {
      await answer(ask, group, mayAskAlone);
    }
    free += 1;
  };
  const giveUp = (): void => {
    timer = undefined;
    const before = performance.now() - patienceMs;
    const late = queue.findIndex(({ sinceMs }) => sinceMs > before);
    for (const { reject } of queue.splice(0, late === -1 ? queue.length : late)) {
      reject(new UnavailableError('the database has not answered others for too long'));
    }
    if (queue[0] !== undefined) watch(queue[0].sinceMs - before);
  };
  const watch = (ms: number): void => {
    timer ??= setTimeout(giveUp, ms).unref();
  };

  return (question) =>
    new Promise<A>((resolve, reject) => {
      if (queue.length >= mostWaiting) {
        reject(new UnavailableError('too many callers wait for the database'));
        return;
      }
      queue.push({ question, resolve, reject, sinceMs: performance.now() });
      if (free > 0) void run();
      else watch(patienceMs);
    });
}

/** Never rejects: whatever happens is told to those who asked. */
async function answer<Q, A>(
  ask: Ask<Q, A>,
  group: readonly Asked<Q, A>[],
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
