import { MOVES, VALENCE } from '../../model/moves';
import { hashText, join } from '../hash';
import { likeliest } from '../reading';
import { add, type FeatureSink, GROUP, NO_TOKEN } from './sink';

const S_MOVE = hashText('#guess');
const S_SURE = hashText('#sure');
const S_TONE = hashText('#tone');
const S_WORST = hashText('#worst');
export const GUESS_BEFORE = hashText('#before');
export const GUESS_AFTER = hashText('#after');
/** From here on a first guess counts as a sure one. */
const SURE = 0.6;

/** What a first look makes of a neighbouring sentence: its likeliest move and how much it builds or breaks. */
export function addGuess(sink: FeatureSink, side: number, chances: ArrayLike<number>): void {
  const best = likeliest(chances);
  add(sink, GROUP.guesses, join(side, join(S_MOVE, best)), NO_TOKEN);
  if ((chances[best] as number) > SURE) add(sink, GROUP.guesses, join(side, join(S_SURE, best)), NO_TOKEN);
  add(sink, GROUP.guesses, join(side, join(S_TONE, toneOf(chances))), NO_TOKEN);
}

/** How bad the worse of the two neighbours looks, in quarters. */
export function addWorst(
  sink: FeatureSink,
  before: ArrayLike<number> | null,
  after: ArrayLike<number> | null,
): void {
  const worst = Math.max(before ? breaking(before) : 0, after ? breaking(after) : 0);
  add(sink, GROUP.guesses, join(S_WORST, Math.floor(worst * 4)), NO_TOKEN);
}

function toneOf(chances: ArrayLike<number>): number {
  const bad = breaking(chances);
  if (bad > 0.6) return 0;
  if (bad > 0.3) return 1;
  let good = 0;
  MOVES.forEach((move, at) => {
    if (VALENCE[move] === 'builds') good += chances[at] as number;
  });
  return good > 0.7 ? 4 : good > 0.4 ? 3 : 2;
}

function breaking(chances: ArrayLike<number>): number {
  let bad = 0;
  MOVES.forEach((move, at) => {
    if (VALENCE[move] === 'breaks') bad += chances[at] as number;
  });
  return bad;
}
