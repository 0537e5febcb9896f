import { FAMILIES, FAMILY_NAMES, MOVES, VALENCE } from '../model/moves';

/** How many numbers a sureness is weighed from, and one more for where it starts. */
export const SURENESS_SIZE = 8;

const SMALL = 1e-6;
const FAMILY_OF = MOVES.map((move) =>
  FAMILY_NAMES.findIndex((family) => FAMILIES[family].some((one) => one === move)),
);
const VALENCE_OF = MOVES.map((move) => ['builds', 'neutral', 'breaks'].indexOf(VALENCE[move]));

/**
 * What tells whether the likeliest move is right: not only its own probability but also how far the next ones are,
 * how spread the rest is, and whether its family and valence hold together.
 */
export function surenessSigns(chances: ArrayLike<number>): Float64Array {
  const order = Float64Array.from(chances).sort().reverse();
  const [first = 0, second = 0, third = 0] = order;
  let entropy = 0;
  for (const chance of order) entropy -= chance * Math.log(chance + SMALL);
  return Float64Array.of(
    Math.log((first + SMALL) / (1 - first + SMALL)),
    Math.log((first + SMALL) / (second + SMALL)),
    first,
    second,
    third,
    entropy,
    highestSum(chances, FAMILY_OF),
    highestSum(chances, VALENCE_OF),
  );
}

/** The highest summed probability of a class of moves; a move without class stands alone. */
function highestSum(chances: ArrayLike<number>, classOf: readonly number[]): number {
  const sums = new Float64Array(MOVES.length + 1);
  classOf.forEach((name, move) => {
    const place = name < 0 ? MOVES.length : name;
    sums[place] = (sums[place] as number) + (chances[move] as number);
  });
  return sums.reduce((most, sum) => Math.max(most, sum), 0);
}

/** The probability that the likeliest move is right. `weights` are one for each sign and a start. */
export function surenessOf(chances: ArrayLike<number>, weights: readonly number[]): number {
  const signs = surenessSigns(chances);
  let sum = weights[SURENESS_SIZE] ?? 0;
  for (let at = 0; at < SURENESS_SIZE; at += 1) sum += (weights[at] ?? 0) * (signs[at] as number);
  return 1 / (1 + Math.exp(-sum));
}
