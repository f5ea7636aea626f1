/** What must be true of the slots of a step, whatever was transferred, added and removed. */
import { officesOf } from '../../definition/policy.ts';
import type { StepView } from '../lookups.ts';

export function brokenSlots({ state, definition, paper, slots }: StepView): readonly string[] {
  const broken: string[] = [];
  const offices = slots.map(({ office }) => office);
  if (new Set(offices).size < offices.length) broken.push('has an office in two slots');
  if (offices.join() !== officesOf(definition.policy).join()) {
    broken.push('has slots that its policy does not have');
  }
  const ofPaper = slots.filter(({ added }) => added === null).length;
  if (ofPaper !== officesOf(paper.policy).length) {
    broken.push('has lost a slot that the paper names');
  }
  if (state.votes.some(({ office }) => !offices.includes(office))) {
    broken.push('has a vote of an office without a slot');
  }
  const asking = (state.consultations ?? []).filter(({ status }) => status === 'open');
  if (new Set(asking.map(({ office }) => office)).size < asking.length) {
    broken.push('has two open questions of one slot');
  }
  return broken;
}
