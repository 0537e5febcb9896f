import { MOVES, VALENCE } from '../../core/model/moves';
import { looksFor, type RubricRule } from './rubricRule';

export const breakingMoveIsFree: RubricRule = {
  code: 'B204',
  severity: 'warning',
  why: 'What hurts or endangers must show on the card; a breaking move that costs nothing is allowed.',
  check: ({ rubric }) =>
    MOVES.filter((move) => VALENCE[move] === 'breaks')
      .filter(
        (move) =>
          !rubric.data.criteria.some(({ indicators }) =>
            indicators.some((indicator) => !indicator.for && !indicator.needs && looksFor(indicator, move)),
          ),
      )
      .map((move) => ({
        path: ['criteria'],
        what: `nothing speaks against "${move}"`,
        fix: 'Add it to an indicator with "for: false".',
      })),
};
