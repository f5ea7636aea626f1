/** Moves programmes that are under way to the latest version of their calendar, each once for a version, through the door. */
import type { Executed, ExecuteRequest } from './types.ts';

/** The request of the clock; repeated, or sent by two at once, it is one act. */
export function applyCalendarRequest(
  programmeId: string,
  ref: { readonly calendar: string; readonly version: number },
): ExecuteRequest {
  const { calendar, version } = ref;
  return {
    programmeId,
    command: { type: 'ApplyCalendar', version },
    caller: { kind: 'clock' },
    key: {
      scope: 'clock',
      id: `${programmeId}/calendar/${calendar}/${String(version)}`,
      bodyHash: '',
    },
  };
}

/** Whether nothing is left to be done for this version: it was applied, or the programme is over or further by now. */
export function isSettled(executed: Executed): boolean {
  if (executed.kind !== 'refused') return true;
  return ['calendar-not-newer', 'programme-not-active'].includes(executed.refusal.code);
}
