import { findInSteps, type MethodRule, nameOf } from './methodRule';

export const releaseTooEarly: MethodRule = {
  code: 'B302',
  severity: 'error',
  why: 'Notes that are held back must be held until a later step, or they are read while others still write.',
  check: findInSteps(({ method, step, index }) => {
    const { release } = step;
    if (typeof release === 'string') return null;
    const at = method.steps.findIndex(({ id }) => id === release.step);
    if (at < 0 || at > index) return null;
    return {
      what: `notes of ${nameOf(method.id, step.id)} are released at "${release.step}", which is not later`,
      fix: 'Name a later step, or write release: at-once.',
    };
  }),
};
