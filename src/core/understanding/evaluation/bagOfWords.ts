import { MOVES } from '../../model/moves';
import type { SentenceInContext } from '../../model/understanding';
import { softmax } from '../softmax';
import type { Example } from '../training/example';
import { wordsOf } from '../words';

const known = new WeakMap<SentenceInContext, readonly string[]>();

/** The words of a sentence; cut once, for it is learned from many times. */
function plainWords(sentence: SentenceInContext): readonly string[] {
  const words = known.get(sentence) ?? wordsOf(sentence.text).map(({ plain }) => plain);
  known.set(sentence, words);
  return words;
}

/** The plainest baseline: multinomial naive Bayes over the words of the sentence alone; probabilities of each move. */
export function bagOfWords(learn: readonly Example[], test: readonly Example[]): readonly Float64Array[] {
  const counts = new Map<string, Float64Array>();
  const totals = new Float64Array(MOVES.length);
  const sentences = new Float64Array(MOVES.length);
  for (const { sentence, primary } of learn) {
    const move = MOVES.indexOf(primary);
    sentences[move] = (sentences[move] ?? 0) + 1;
    for (const plain of plainWords(sentence)) {
      const row = counts.get(plain) ?? new Float64Array(MOVES.length);
      row[move] = (row[move] ?? 0) + 1;
      counts.set(plain, row);
      totals[move] = (totals[move] ?? 0) + 1;
    }
  }
  return test.map(({ sentence }) => {
    const scores = sentences.map((count) => Math.log((count + 1) / (learn.length + MOVES.length)));
    for (const plain of plainWords(sentence)) {
      const row = counts.get(plain);
      if (!row) continue;
      for (let move = 0; move < MOVES.length; move += 1) {
        const chance = ((row[move] ?? 0) + 0.5) / ((totals[move] ?? 0) + 0.5 * counts.size);
        scores[move] = (scores[move] ?? 0) + Math.log(chance);
      }
    }
    softmax(scores);
    return scores;
  });
}
