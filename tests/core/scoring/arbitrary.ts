import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { CLIMATES, PHASES } from '../../../src/core/model/conversation';
import { FAMILY_NAMES, MOVES, VALENCE } from '../../../src/core/model/moves';
import type { Reading } from '../../../src/core/model/understanding';
import type { SentenceSpec, TurnSpec } from './talk';

export const TOPICS: readonly string[] = Object.keys(
  parse(readFileSync(join(__dirname, '../../../locales/nl/understanding/topics.yaml'), 'utf8')),
);

export const BUILDING = MOVES.filter((move) => VALENCE[move] === 'builds');
export const BREAKING = MOVES.filter((move) => VALENCE[move] === 'breaks');

export const anyMove = fc.constantFrom(...MOVES);
const topics = fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 3 });

const reading: fc.Arbitrary<Reading> = fc.oneof(
  { weight: 8, arbitrary: anyMove.map((move): Reading => ({ kind: 'move', move, confidence: 0.8 })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...FAMILY_NAMES)
      .map((family): Reading => ({ kind: 'family', family, confidence: 0.8 })),
  },
  { weight: 1, arbitrary: fc.constant<Reading>({ kind: 'unsure' }) },
);

const words = fc
  .array(fc.constantFrom('ik', 'u', 'hoor', 'graag', 'Hasna', 'één', '👋', 'thuis', '<b>', 'regel', 'denk'), {
    minLength: 1,
    maxLength: 25,
  })
  .map((list) => `${list.join(' ')}.`);

export const anySentence: fc.Arbitrary<SentenceSpec> = fc.record({
  reading,
  topics,
  text: words,
  jargon: fc.boolean(),
});

const concerns = fc.subarray(['locked-in', 'sadness']);

export const anyTurn: fc.Arbitrary<TurnSpec> = fc.record({
  sentences: fc.array(anySentence, { maxLength: 4 }),
  phase: fc.constantFrom(...PHASES),
  climate: fc.constantFrom(...CLIMATES),
  raised: concerns,
  openConcerns: concerns,
  persona: fc.string(),
});

export const anyTalk = fc.array(anyTurn, { minLength: 1, maxLength: 12 });

/** A talk with one place in it: turn, position within the turn, and the breaking and building move to put there. */
export const talkWithPlace = fc.record({
  turns: anyTalk,
  at: fc.nat(),
  position: fc.nat(),
  breaking: fc.constantFrom(...BREAKING),
  building: fc.constantFrom(...BUILDING),
  about: topics,
  jargon: fc.boolean(),
});

export function put(
  turns: readonly TurnSpec[],
  at: number,
  position: number,
  sentence: SentenceSpec,
): readonly TurnSpec[] {
  const index = at % turns.length;
  return turns.map((turn, i) => {
    if (i !== index) return turn;
    const where = position % (turn.sentences.length + 1);
    return { ...turn, sentences: turn.sentences.toSpliced(where, 0, sentence) };
  });
}
