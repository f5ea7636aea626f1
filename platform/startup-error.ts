/** The one kind of error that ends a process with a sentence instead of a stack: something outside the program is not as it must be. */

/** A fault of the surroundings that a person can mend, told in one sentence. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/**
 * Runs an entry point. A {@link StartupError} becomes one line on stderr and exit code 1; anything else is a defect and keeps its
 * stack.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(1);
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
