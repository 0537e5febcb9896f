import type { Rule } from './rule';

export const noHintThatAlwaysFits: Rule = {
  code: 'B130',
  severity: 'error',
  why: 'Whoever asks for a hint must get one, wherever the talk stands.',
  check: ({ texts }) =>
    texts.data.hints.some(({ when }) => Object.keys(when).length === 0)
      ? []
      : [
          {
            in: 'texts',
            path: ['hints'],
            what: 'every hint has conditions',
            fix: 'Add one hint without "when".',
          },
        ],
};
