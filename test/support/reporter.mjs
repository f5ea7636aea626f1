/** Ends a run with one plain line, `N passed, N failed`, with `, N skipped` after it where any were. */
export default class PlainLineReporter {
  /**
   * A suite that does not even load counts as one failure, as does a check that failed before the tests.
   * @param {unknown} _contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    const before = Number(process.env['MILEPOST_FAILED_CHECKS'] ?? '0');
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + before;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${String(skipped)} skipped` : '';
    const line = `${String(results.numPassedTests)} passed, ${String(failed)} failed${tail}\n`;
    // jest prints its own summary after every reporter has finished.
    process.once('exit', () => process.stdout.write(line));
  }
}
