import type { MethodStep } from '../../core/model/method';
import { TALK_SIGHTS } from '../../core/model/method';
import { findInSteps, type MethodRule, nameOf } from './methodRule';

/** What a step shows, as steps that only go up. */
const SHOWS: readonly { readonly part: string; readonly grade: (step: MethodStep) => number }[] = [
  { part: 'talk', grade: ({ talk }) => TALK_SIGHTS.indexOf(talk) },
  { part: 'preparation', grade: ({ preparation }) => Number(preparation) },
  { part: 'moves', grade: ({ moves }) => Number(moves) },
  { part: 'card', grade: ({ card }) => Number(card === 'shown') },
];

export const hiddenAgain: MethodRule = {
  code: 'B312',
  severity: 'warning',
  why: 'What was seen once stays seen: a step that hides it again promises what does not happen.',
  check: findInSteps(({ method, step, index }) => {
    const before = method.steps[index - 1];
    const hidden = before ? SHOWS.filter(({ grade }) => grade(step) < grade(before)) : [];
    if (hidden.length === 0) return null;
    const parts = hidden.map(({ part }) => part).join(', ');
    return {
      what: `${nameOf(method.id, step.id)} hides what the step before it shows: ${parts}`,
      fix: 'Let it show at least as much as the step before it.',
    };
  }),
};
