/** What one can choose from: the programmes and phases of the known tasks, and what is chosen already. */
import type { Schemas } from '../api/client.ts';

export interface Choice {
  readonly key: string;
  readonly text: string;
}

interface Chosen {
  readonly programme?: string;
  readonly phase?: string;
}

type Known = Pick<
  Schemas['Task'],
  'programmeId' | 'programmeTitle' | 'programmeTitleEn' | 'phase' | 'phaseTitle'
>;

interface Words {
  readonly say: (text: Schemas['Localised']) => string;
  readonly titled: (task: Known) => string;
}

/** Phases are those of the chosen programme, or of all. Something chosen without a known task keeps its key for a name. */
export function choicesOf(
  tasks: readonly Known[],
  chosen: Chosen,
  { say, titled }: Words,
): { readonly programmes: readonly Choice[]; readonly phases: readonly Choice[] } {
  const programmes = new Map<string, string>();
  const phases = new Map<string, string>();
  for (const task of tasks) {
    programmes.set(task.programmeId, titled(task));
    const isWithin = chosen.programme === undefined || chosen.programme === task.programmeId;
    if (isWithin) phases.set(task.phase, say(task.phaseTitle));
  }
  keepChosen(programmes, chosen.programme);
  keepChosen(phases, chosen.phase);
  return { programmes: listed(programmes), phases: listed(phases) };
}

function keepChosen(choices: Map<string, string>, key: string | undefined): void {
  if (key !== undefined && !choices.has(key)) choices.set(key, key);
}

function listed(choices: ReadonlyMap<string, string>): readonly Choice[] {
  return [...choices].map(([key, text]) => ({ key, text }));
}
