/** What composition roots need of the database without knowing how it is queried. */
export { createPool } from '../db/pool.ts';
export type { Pool } from '../db/pool.ts';
export { UnavailableError } from '../db/errors.ts';
export { createOutbox } from '../db/outbox.ts';
