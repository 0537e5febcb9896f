import type { Method } from '../../core/model/method';
import { findInMethods, type MethodRule } from './methodRule';

export const talkNotWhole: MethodRule = {
  code: 'B303',
  severity: 'error',
  why: 'Whoever looks at a talk together must see it; a talk that is frozen must thaw.',
  check: findInMethods((method) => {
    const sights = method.steps.map(({ talk }) => talk);
    return [
      ...(sights.includes('whole')
        ? []
        : [
            {
              what: `no step of ${method.id} shows the whole talk`,
              fix: 'Give the steps after the last "frozen" one talk: whole.',
            },
          ]),
      ...frozen(method),
    ];
  }),
};

function frozen({ id, freezes, steps }: Method) {
  const stands = steps.some(({ talk }) => talk === 'frozen');
  if (freezes === stands) return [];
  return freezes
    ? [{ what: `${id} freezes the talk, but no step shows it frozen`, fix: 'Give a step talk: frozen.' }]
    : [{ what: `${id} shows the talk frozen, but does not freeze it`, fix: 'Add freezes: true.' }];
}
