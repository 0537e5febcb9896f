import type { SentenceInContext } from '../../model/understanding';
import { createFolder, type Folded } from '../fold';
import type { WordClasses } from './classes';
import { addNeighbour, addPersona, addPlace, S_NEXT, S_PREVIOUS } from './context';
import { addGuess, addWorst, GUESS_AFTER, GUESS_BEFORE } from './guesses';
import { addLetters } from './letters';
import { createSink, type FeatureSink } from './sink';
import { createSkeletonReader } from './skeleton';
import { addSkips, addWords } from './words';

/** The features of one sentence, and its words as they were cut. Both are overwritten by the next reading. */
export interface Features {
  readonly sink: FeatureSink;
  readonly folded: Folded;
}

/** What the first look made of the neighbours: a probability for each move, or null where there is none. */
export interface Neighbours {
  readonly before: ArrayLike<number> | null;
  readonly after: ArrayLike<number> | null;
}

export type FirstReader = (sentence: SentenceInContext) => Features;
export type FullReader = (sentence: SentenceInContext, neighbours: Neighbours) => Features;

/** No neighbour was looked at. */
export const NO_NEIGHBOURS: Neighbours = { before: null, after: null };

/** Reads what a first look needs: the sentence itself and the persona's line. Reused workspace, not re-entrant. */
export function createFirstReader(): FirstReader {
  const { sink, fold, foldOther } = workspace();
  return (sentence) => {
    sink.count = 0;
    const folded = fold(sentence.text);
    addPlace(sink, sentence, folded);
    addWords(sink, folded);
    addPersona(sink, foldOther(sentence.personaLine), folded);
    addLetters(sink, folded);
    return { sink, folded };
  };
}

/** Reads everything about a sentence: words, form, surroundings, neighbours. Reused workspace, not re-entrant. */
export function createFullReader(known: WordClasses): FullReader {
  const { sink, fold, foldOther } = workspace();
  const addSkeleton = createSkeletonReader(known);
  return (sentence, { before, after }) => {
    sink.count = 0;
    const folded = fold(sentence.text);
    addPlace(sink, sentence, folded);
    addWords(sink, folded);
    addPersona(sink, foldOther(sentence.personaLine), folded);
    addNeighbour(sink, S_PREVIOUS, foldOther(sentence.previous));
    addNeighbour(sink, S_NEXT, foldOther(sentence.next));
    addGuesses(sink, { before, after });
    addSkeleton(sink, folded);
    addSkips(sink, folded);
    addLetters(sink, folded);
    return { sink, folded };
  };
}

/** What the first look made of both neighbours. */
export function addGuesses(sink: FeatureSink, { before, after }: Neighbours): void {
  if (before) addGuess(sink, GUESS_BEFORE, before);
  if (after) addGuess(sink, GUESS_AFTER, after);
  if (before || after) addWorst(sink, before, after);
}

function workspace() {
  const foldOther = createFolder();
  return {
    sink: createSink(),
    fold: createFolder(),
    foldOther: (text: string | null): Folded | null => (text === null ? null : foldOther(text)),
  };
}

/** A neighbour as the first look sees it: with its own words and place, but without its neighbours. */
export function neighbourOf(sentence: SentenceInContext, side: -1 | 1): SentenceInContext | null {
  const text = side < 0 ? sentence.previous : sentence.next;
  if (text === null) return null;
  return { ...sentence, text, previous: null, next: null, index: sentence.index + side };
}
