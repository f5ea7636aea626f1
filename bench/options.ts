/** What `npm run bench` is asked for. */
import { StartupError } from '../platform/startup-error.ts';

export const BENCHMARKS = ['sign-off', 'inbox', 'pages', 'storm', 'scale'] as const;

export type Benchmark = (typeof BENCHMARKS)[number];

export interface BenchOptions {
  readonly names: readonly Benchmark[];
  /** Write a profile of the API's and the worker's processor time. */
  readonly profile: boolean;
  /** Of everything that is counted, and one round only: 1, or a tenth to see whether all works. */
  readonly share: number;
}

const FLAGS: readonly string[] = ['--profile', '--quick'];
const QUICK_SHARE = 0.1;

/** @throws StartupError for a name that there is not. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const given = args.filter((arg) => !FLAGS.includes(arg));
  const unknown = given.find((arg) => !isBenchmark(arg));
  if (unknown !== undefined) {
    throw new StartupError(
      `There is no benchmark ${unknown}; there are: ${BENCHMARKS.join(', ')} (and the options ${FLAGS.join(', ')}).`,
    );
  }
  const names = BENCHMARKS.filter((name) => given.length === 0 || given.includes(name));
  const share = args.includes('--quick') ? QUICK_SHARE : 1;
  return { names, profile: args.includes('--profile'), share };
}

function isBenchmark(name: string): name is Benchmark {
  return BENCHMARKS.some((known) => known === name);
}
