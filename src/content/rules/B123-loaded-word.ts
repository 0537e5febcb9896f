import type { Rule } from './rule';
import { coachTexts, personaTexts } from './texts';

/** Words that rank people or put them outside; each with what to say instead. */
const LOADED: readonly (readonly [RegExp, string])[] = [
  [/\bautochtoon\b|\bautochtone[n]?\b/i, 'Say who is meant, or leave it out.'],
  [
    /\bniet-Nederlandse achtergrond\b|\bmigratieachtergrond\b/i,
    'Name the country, the language or the story.',
  ],
  [/\b(?:tweede|derde)[ -]generatie/i, 'Say where this person was born and grew up.'],
  [
    /\bachterlijke?\b|\bprimitieve?\b|\bonderontwikkelde?\b|\bbarbaars\b/i,
    'Say what was done, not how high it stands.',
  ],
  [/\bexotische?\b/i, 'Say what is new to whom.'],
  [/\bblanken?\b|\bhalfbloed\b|\bneger\b|\bzigeuners?\b/i, 'Use the word people use for themselves.'],
  [/\beerwraakcultuur\b|\bschaamtecultuur\b|\bmachocultuur\b/i, 'Say what this family fears or does.'],
  [/\bgelukszoekers?\b|\btsunami van\b|\bimportbruid\b/i, 'Say what happened to this person.'],
  [/\bkansarme?n?\b|\bprobleemgezin\b|\bzwakkeren\b/i, 'Say what this family lacks, and from whom.'],
];

export const loadedWord: Rule = {
  code: 'B123',
  severity: 'warning',
  why: 'Words carry a ranking of people that the learner takes along unseen.',
  check: ({ texts }) =>
    [...personaTexts(texts.data), ...coachTexts(texts.data)].flatMap(({ path, text }) =>
      LOADED.flatMap(([pattern, fix]) => {
        const hit = pattern.exec(text)?.[0];
        return hit ? [{ in: 'texts' as const, path, what: `"${hit}" is a loaded word`, fix }] : [];
      }),
    ),
};
