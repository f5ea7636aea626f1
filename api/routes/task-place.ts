/** The place that the id of a task names. */
export interface TaskPlace {
  readonly programmeId: string;
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly office: string;
}

export function taskPlaceOf(id: string): TaskPlace {
  const [programmeId = '', phase = '', round = '', step = '', office = ''] = id.split('.');
  return { programmeId, phase, round: Number(round), step, office };
}
