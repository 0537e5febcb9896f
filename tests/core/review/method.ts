import type { Method, MethodStep } from '../../../src/core/model/method';

const STEP: MethodStep = {
  id: 'step',
  minutes: 10,
  speaks: ['team'],
  talk: 'whole',
  preparation: false,
  moves: false,
  notes: ['question'],
  writes: ['bringer', 'facilitator', 'team'],
  release: 'at-once',
  anonymous: false,
  whatIf: false,
  card: 'hidden',
  outcome: false,
};

/** A method with just these steps; what a step does not say is a plain one that shows the whole talk. */
export function method({ steps }: { readonly steps: readonly Partial<MethodStep>[] }): Method {
  return {
    id: 'incident',
    freezes: steps.some(({ talk }) => talk === 'frozen'),
    people: { from: 3, to: 8 },
    steps: steps.map((one) => ({ ...STEP, ...one })),
    source: 'Test',
  };
}
