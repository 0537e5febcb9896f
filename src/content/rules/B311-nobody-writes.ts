import { findInSteps, type MethodRule, nameOf } from './methodRule';

export const nobodyWrites: MethodRule = {
  code: 'B311',
  severity: 'error',
  why: 'A step that asks for something must say who may do it, and a step that lets people write, what.',
  check: findInSteps(({ method, step }) => {
    const asks = step.notes.length > 0 || step.card === 'blind' || step.outcome;
    const name = nameOf(method.id, step.id);
    if (asks && step.writes.length === 0)
      return {
        what: `${name} asks for notes, levels or an outcome, but nobody may write`,
        fix: 'Add writes: with bringer, facilitator, team.',
      };
    if (!asks && step.writes.length > 0)
      return {
        what: `${name} lets people write, but there is nothing to write`,
        fix: 'Add notes: with the kinds, or remove writes.',
      };
    return null;
  }),
};
