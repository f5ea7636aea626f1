/** Bounds guessing: failed sign-ins are counted in the database, per account and source, per account, and per source. */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from '../engine/database.ts';
import { UnavailableError } from '../engine/database.ts';

export interface SignInLimits {
  /** Counts an attempt: seconds to wait, or null when it may be made. */
  attempt(account: string, source: string): Promise<number | null>;
  /** Takes the attempt back, as it succeeded. */
  succeeded(account: string, source: string): Promise<void>;
}

export interface LimitPoints {
  /** From one source on one account. */
  readonly pair: number;
  /** On one account from anywhere: high, as it locks out the owner too. */
  readonly account: number;
  /** From one source on any account. */
  readonly source: number;
}

const WINDOW_SECONDS = 15 * 60;
const DEFAULT_POINTS: LimitPoints = { pair: 8, account: 40, source: 200 };

export function createSignInLimits(pool: Pool, points: LimitPoints = DEFAULT_POINTS): SignInLimits {
  const limiter = (keyPrefix: string, most: number): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix,
      points: most,
      duration: WINDOW_SECONDS,
    });
  const pair = limiter('pair', points.pair);
  const account = limiter('account', points.account);
  const source = limiter('source', points.source);
  return {
    attempt: async (name, address) => {
      const waits = await Promise.all([
        count(pair, `${name} ${address}`),
        count(account, name),
        count(source, address),
      ]);
      const longest = Math.max(...waits);
      return longest === 0 ? null : longest;
    },
    succeeded: async (name, address) => {
      await translated(async () => {
        await pair.delete(`${name} ${address}`);
        await account.reward(name);
        await source.reward(address);
      });
    },
  };
}

/** Seconds to wait; 0 when there is room. */
async function count(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw asUnavailable(error);
  }
}

async function translated(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw asUnavailable(error);
  }
}

/** The store has one reason to fail: its database. */
function asUnavailable(cause: unknown): UnavailableError {
  return new UnavailableError('attempts to sign in cannot be counted', { cause });
}
