/** Passwords as argon2id hashes. Hashing is dear on purpose, so only two run at once and a flood is turned away. */
import { hash, verify } from '@node-rs/argon2';
import { UnavailableError } from '../db/errors.ts';

export interface Passwords {
  /** @throws UnavailableError when too many are waiting. */
  hash(password: string): Promise<string>;
  /** Takes as long for an account that does not exist (`null`) as for one that does. */
  verify(stored: string | null, password: string): Promise<boolean>;
}

export interface PasswordLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

/** OWASP's minimum for argon2id; the algorithm is the library's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const DEFAULT_LIMITS: PasswordLimits = { atOnce: 2, waiting: 100 };

export function createPasswords(limits: PasswordLimits = DEFAULT_LIMITS): Passwords {
  const slots = createSlots(limits);
  let decoy: Promise<string> | undefined;
  return {
    hash: (password) => slots(() => hash(password, COST)),
    verify: async (stored, password) => {
      decoy ??= hash('an account that does not exist', COST);
      const against = stored ?? (await decoy);
      const matches = await slots(() => verify(against, password));
      return stored !== null && matches;
    },
  };
}

type Slots = <T>(work: () => Promise<T>) => Promise<T>;

function createSlots({ atOnce, waiting }: PasswordLimits): Slots {
  const queue: (() => void)[] = [];
  let running = 0;
  const enter = async (): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) throw new UnavailableError('too many passwords are being checked');
    // Whoever leaves hands his slot on, so the number running stays the same.
    await new Promise<void>((resolve) => queue.push(resolve));
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
