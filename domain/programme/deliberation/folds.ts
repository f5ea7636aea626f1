/** Bodies that meet and vote. What the events do to the state. */
import { onPhase, onStep, type Folds } from '../folds.ts';
import type { DeliberationEvents } from './events.ts';

export const deliberationFolds: Folds<keyof DeliberationEvents> = {
  MeetingInquorate: (state, { data }) =>
    onStep(state, data, (step) => {
      const { heldOn, eligible, present } = data.ballot;
      const meeting = { office: data.office, heldOn, eligible, present, quorum: data.quorum };
      return { ...step, inquorate: [...(step.inquorate ?? []), meeting] };
    }),
  DeliverableCalledFor: (state, { data }) =>
    onPhase(state, data.phase, (phase) => ({
      ...phase,
      deliverables: phase.deliverables.map((known) =>
        data.deliverables.includes(known.key) ? { ...known, calledFor: true } : known,
      ),
    })),
};
