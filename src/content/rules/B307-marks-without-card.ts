import { findInMethods, type MethodRule } from './methodRule';

export const marksWithoutCard: MethodRule = {
  code: 'B307',
  severity: 'error',
  why: 'Levels and card belong together: a card nobody judged before is the last word, levels never laid side by side are lost.',
  check: findInMethods(({ id, steps }) => {
    const cards = steps.map(({ card }) => card);
    const [blind, shown] = [cards.indexOf('blind'), cards.indexOf('shown')];
    if (shown >= 0 && (blind < 0 || blind > shown))
      return [
        {
          what: `${id} shows the card before anybody gave a level without it`,
          fix: 'Give an earlier step card: blind, or keep the card hidden.',
        },
      ];
    if (blind >= 0 && shown < 0)
      return [
        {
          what: `${id} asks for levels that are never laid beside the card`,
          fix: 'Give a later step card: shown, or remove card: blind.',
        },
      ];
    return [];
  }),
};
