/**
 * Records histories for the replay tests from runs on a real server, when the tests run with MILEPOST_RECORD_HISTORIES=1. A history
 * once recorded is kept for as long as a workflow of its time may still be running; a change of the workflow adds new ones.
 */
import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { projectPath } from '../../../platform/paths.ts';
import { workflowIdOf } from '../../../workflows/messages.ts';
import type { TemporalHarness } from './temporal-harness.ts';

export async function recordHistory(
  harness: TemporalHarness,
  run: { readonly programmeId: string; readonly runId?: string; readonly name: string },
): Promise<void> {
  if (process.env['MILEPOST_RECORD_HISTORIES'] !== '1') return;
  const handle = harness.temporal.client.workflow.getHandle(
    workflowIdOf(run.programmeId),
    run.runId,
  );
  const text = historyToJSON(await handle.fetchHistory());
  const compact = JSON.stringify(JSON.parse(text));
  // The SDK signs with process and host, which are nobody's business.
  const history = compact.replaceAll(`${process.pid}@${hostname()}`, 'worker@test');
  writeFileSync(projectPath('test', 'fixtures', 'histories', `${run.name}.json`), `${history}\n`);
}
