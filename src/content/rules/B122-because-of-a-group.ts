import type { Rule } from './rule';
import { coachTexts, personaTexts } from './texts';

const GROUP =
  '(?:moslims?|moslima|christen(?:en)?|joden|hindoes?|Somaliërs?|Somali|Marokkan(?:en|er)|Turken|Turkse?|Syriërs?|Eritreeërs?|Afghanen|Surinamers?|Antillianen|Polen|Oekraïners|vluchtelingen|allochtonen|Nederlanders|Afrikanen|Arabieren)';

/** Sentences in which a group does the explaining. */
const PATTERNS = [
  new RegExp(
    `\\b(?:wij|zij|jullie|ze|die) ${GROUP} (?:zijn|doen|hebben|willen|denken|vinden|moeten|kunnen)\\b`,
    'i',
  ),
  new RegExp(`\\bbij (?:ons )?${GROUP} (?:is|gaat|hoort|doe|mag|moet)\\b`, 'i'),
  new RegExp(
    `\\b(?:omdat|want) (?:hij|zij|ze|ik|u|je)\\b[^.?!]{0,12}\\b${GROUP}\\b[^.?!]{0,6}(?:is|ben|bent)\\b`,
    'i',
  ),
  /\b(?:in|vanuit|volgens) (?:jullie|onze|hun|zijn|haar|die|uw) cultuur\b/i,
  /\b(?:dat|dit|het) (?:zit|ligt) (?:nu eenmaal |gewoon )?in (?:de|hun|onze|zijn|haar) cultuur\b/i,
];

export const becauseOfAGroup: Rule = {
  code: 'B122',
  severity: 'warning',
  why: 'A persona who explains himself by a group teaches the learner to do the same.',
  check: ({ texts }) =>
    [...personaTexts(texts.data), ...coachTexts(texts.data)].flatMap(({ path, text }) => {
      const hit = PATTERNS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
      if (!hit) return [];
      return [
        {
          in: 'texts' as const,
          path,
          what: `"${hit}" explains a person by a group`,
          fix: 'Let this one person say what he himself wants, fears or was taught, and by whom.',
        },
      ];
    }),
};
