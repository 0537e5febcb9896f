import type { BroughtTalk, BroughtTurn } from '../../core/model/review';
import { lastVisibleTurn, movesShown } from '../../core/review/visible';
import type { Room } from './readRoom';

/** Words that were said, or what somebody was seen to do. */
export interface Spoken {
  readonly kind: 'words' | 'direction';
  readonly text: string;
}

export interface SpokenSentence {
  /** 0-based within the turn. */
  readonly sentence: number;
  readonly text: string;
  readonly spoken: readonly Spoken[];
}

export interface TranscriptTurn {
  readonly turn: BroughtTurn;
  /** What the professional said, sentence by sentence. */
  readonly sentences: readonly SpokenSentence[];
  readonly answer: readonly Spoken[];
}

/** A talk as it is read together. */
export interface Transcript {
  /** What the other said before the first turn. */
  readonly opening: readonly Spoken[];
  readonly turns: readonly TranscriptTurn[];
  /** Why there is no more of it to read now. */
  readonly rest: 'nothing-yet' | 'frozen' | 'all';
  /** Turns that stay closed, as a number only. */
  readonly closed: number;
  /** Whether what the machine read in the sentences may be asked for. */
  readonly moves: boolean;
}

export function readTranscript({ talk, moment, turns }: Pick<Room, 'talk' | 'moment' | 'turns'>): Transcript {
  const closed = turns - talk.turns.length;
  return {
    opening: spokenIn(talk.opening),
    turns: talk.turns.map(transcriptTurn),
    rest: closed === 0 ? 'all' : lastVisibleTurn(moment) === 0 ? 'nothing-yet' : 'frozen',
    closed,
    moves: movesShown(moment),
  };
}

function transcriptTurn(turn: BroughtTurn): TranscriptTurn {
  return { turn, sentences: sentencesOf(turn), answer: spokenIn(turn.answer) };
}

/** Of a reply that was never divided the whole is one sentence. */
function sentencesOf({ text, sentences }: BroughtTurn): readonly SpokenSentence[] {
  const spans = sentences.length > 0 ? sentences.map(({ span }) => span) : [{ start: 0, end: text.length }];
  return spans
    .map((span, sentence) => ({ sentence, text: text.slice(span.start, span.end).trim() }))
    .filter(({ text: words }) => words !== '')
    .map((said) => ({ ...said, spoken: spokenIn(said.text) }));
}

/** Stage directions stand between round brackets; a bracket that is never closed is said. */
export function spokenIn(text: string): readonly Spoken[] {
  return text
    .split(/(\([^()]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '()')
    .map((part) =>
      /^\([^()]*\)$/.test(part)
        ? { kind: 'direction', text: part.slice(1, -1).trim() }
        : { kind: 'words', text: part },
    );
}

/** A meter over the turns that may be seen; the first value is from before the first of them. */
export interface TrustLine {
  readonly turns: readonly number[];
  readonly meters: readonly {
    readonly meter: 'trust' | 'tension' | 'understood';
    readonly values: readonly number[];
  }[];
}

/** Null where nobody could tell, or where there is no line yet. */
export function trustLine({ turns }: Pick<BroughtTalk, 'turns'>): TrustLine | null {
  const [first] = turns;
  if (!first?.before) return null;
  const after = turns.flatMap(({ meters }) => (meters ? [meters] : []));
  if (after.length < turns.length) return null;
  const all = [first.before, ...after];
  return {
    turns: turns.map(({ number }) => number),
    meters: (['trust', 'tension', 'understood'] as const).map((meter) => ({
      meter,
      values: all.map((meters) => meters[meter]),
    })),
  };
}
