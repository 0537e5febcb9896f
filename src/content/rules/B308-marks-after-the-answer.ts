import { findInSteps, type MethodRule, nameOf } from './methodRule';

export const marksAfterTheAnswer: MethodRule = {
  code: 'B308',
  severity: 'warning',
  why: 'Whoever has seen what the machine makes of the talk no longer judges with their own eyes.',
  check: findInSteps(({ method, step, index }) => {
    if (step.card !== 'blind') return null;
    const seen = method.steps.slice(0, index + 1).find(({ moves, whatIf }) => moves || whatIf);
    if (!seen) return null;
    return {
      what: `levels are given in ${nameOf(method.id, step.id)}, after "${seen.id}" already shows what the machine reads`,
      fix: `Let levels be given before moves or whatIf, or move those to a later step.`,
    };
  }),
};
