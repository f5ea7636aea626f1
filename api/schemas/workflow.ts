/** What Temporal holds of a programme, beside what the ledger expects. */
import { z } from 'zod';
import { instant, programmeStatus } from './common.ts';

const workflowRun = z
  .looseObject({
    id: z.string().describe('Id of the run'),
    status: z.string().describe('Status in Temporal’s own words'),
    startedAt: instant.describe('When the run was started'),
    closedAt: instant.nullable().describe('When it was closed'),
    historyLength: z.number().int().describe('Events in its history'),
    taskQueue: z.string().describe('Queue from which workers take it'),
  })
  .meta({ id: 'WorkflowRun', description: 'A run of the workflow' });

const pendingTimer = z
  .looseObject({
    firesAt: instant.describe('When it fires, real time'),
    summary: z.string().nullable().describe('What it is for'),
  })
  .meta({ id: 'PendingTimer', description: 'The timer on which the workflow waits' });

const pendingActivity = z
  .looseObject({
    activity: z.string().describe('Name of the activity'),
    attempt: z.number().int().describe('Which attempt it is'),
    lastFailure: z.string().nullable().describe('Why the last attempt failed'),
  })
  .meta({ id: 'PendingActivity', description: 'An activity under way' });

const lastActivity = z
  .looseObject({
    activity: z.string().describe('Name of the activity'),
    summary: z.string().nullable().describe('What it did'),
    scheduledAt: instant.describe('When it was scheduled'),
    outcome: z.enum(['pending', 'completed', 'failed']).describe('What became of it'),
  })
  .meta({ id: 'LastActivity', description: 'An activity of the newest part of the history' });

export const workflowDetails = {
  ledger: z
    .strictObject({
      status: programmeStatus.describe('Status of the programme'),
      position: z.number().int().describe('Position of its last event'),
      nextAt: instant.nullable().describe('Next moment, real time'),
    })
    .describe('What the ledger expects'),
  run: workflowRun.nullable().optional().describe('The present run; null where there is none'),
  pendingTimer: pendingTimer.nullable().optional().describe('Null where none is pending'),
  pendingActivities: z.array(pendingActivity).optional().describe('What is under way'),
  lastActivities: z.array(lastActivity).optional().describe('The newest first'),
  accountedPosition: z
    .number()
    .int()
    .optional()
    .describe('Highest position of the ledger of which the workflow was told'),
};
