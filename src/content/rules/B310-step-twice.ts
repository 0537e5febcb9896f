import { findInSteps, type MethodRule, nameOf } from './methodRule';

export const stepTwice: MethodRule = {
  code: 'B310',
  severity: 'error',
  why: 'Two steps of one name would share their words, and nobody could tell at which one notes are released.',
  check: findInSteps(({ method, step, index }) => {
    const first = method.steps.findIndex(({ id }) => id === step.id);
    if (first === index) return null;
    return {
      what: `${nameOf(method.id, step.id)} stands there twice`,
      fix: 'Give one of them another id, with words of its own.',
    };
  }),
};
