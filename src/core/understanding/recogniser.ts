import { MOVES } from '../model/moves';
import type { Recogniser, SentenceInContext } from '../model/understanding';
import { explain } from './explain';
import { createFirstReader, createFullReader, neighbourOf } from './features/reader';
import type { MoveModel } from './model';
import { decideReading, guesses, likeliest } from './reading';
import { createScorer, mixNet } from './scorer';
import { softmax } from './softmax';

/** Moves less likely than this are left out of a recognition. */
const LEAST = 0.02;
/** First looks that are remembered: a sentence is the neighbour of two others. */
const REMEMBERED = 4;

/**
 * Makes a recogniser of a trained model. It takes a first look at both neighbours and then reads the sentence with
 * what it thinks of them. Its workspace is its own: one recogniser, one caller at a time.
 */
export function createRecogniser(model: MoveModel): Recogniser {
  const { head } = model;
  const readFully = createFullReader(model.known);
  const scorer = createScorer(model.full, head.scales);
  const lookAt = createFirstLook(model);

  function recognise(sentence: SentenceInContext) {
    const { sink, folded } = readFully(sentence, {
      before: lookAt(neighbourOf(sentence, -1)),
      after: lookAt(neighbourOf(sentence, 1)),
    });
    const scores = scorer.score(sink);
    mixNet(scores, model.hidden, head.hiddenShare);
    const chances = scores.subarray(0, MOVES.length);
    softmax(chances, head.temperature);
    return {
      moves: guesses(chances, LEAST),
      reading: decideReading(chances, head.thresholds),
      because: explain(scorer, likeliest(chances), folded),
    };
  }

  return { version: head.corpus, recognise };
}

/** The probabilities a first look gives to each move, from the sentence and the persona's line alone. */
function createFirstLook(model: MoveModel): (sentence: SentenceInContext | null) => Float64Array | null {
  const read = createFirstReader();
  const scorer = createScorer(model.first, model.head.scales);
  const remembered: { readonly sentence: SentenceInContext; readonly chances: Float64Array }[] = [];
  return (sentence) => {
    if (sentence === null) return null;
    const known = remembered.find((one) => isSame(one.sentence, sentence));
    if (known) return known.chances;
    const chances = Float64Array.from(scorer.score(read(sentence).sink));
    softmax(chances);
    remembered.push({ sentence, chances });
    if (remembered.length > REMEMBERED) remembered.shift();
    return chances;
  };
}

function isSame(one: SentenceInContext, other: SentenceInContext): boolean {
  return (
    one.index === other.index &&
    one.count === other.count &&
    one.text === other.text &&
    one.personaLine === other.personaLine
  );
}
