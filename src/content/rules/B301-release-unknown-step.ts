import { findInSteps, type MethodRule, nameOf } from './methodRule';

export const releaseUnknownStep: MethodRule = {
  code: 'B301',
  severity: 'error',
  why: 'Notes that wait for a step which does not exist would never be read.',
  check: findInSteps(({ method, step }) => {
    const { release } = step;
    if (typeof release === 'string' || method.steps.some(({ id }) => id === release.step)) return null;
    return {
      what: `notes of ${nameOf(method.id, step.id)} are released at "${release.step}", which is no step of it`,
      fix: `Name one of the later steps: ${method.steps.map(({ id }) => id).join(', ')}.`,
    };
  }),
};
