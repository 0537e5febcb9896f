import type { Family, Move } from './moves';

/** A half-open range of UTF-16 offsets into the learner's reply as it was typed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface MoveGuess {
  readonly move: Move;
  /** Calibrated probability, 0–1. */
  readonly confidence: number;
}

/**
 * What may be concluded about a sentence: a move when one is sure enough, else its family, else nothing.
 * Everything downstream (reactions, indicators, feedback) counts only at the level that is sure.
 */
export type Reading =
  | { readonly kind: 'move'; readonly move: Move; readonly confidence: number }
  | { readonly kind: 'family'; readonly family: Family; readonly confidence: number }
  | { readonly kind: 'unsure' };

export interface TopicHit {
  readonly topic: string;
  /** 0–1; 1 is a literal match. */
  readonly score: number;
  readonly span: Span;
}

export interface Sentence {
  readonly text: string;
  readonly span: Span;
  /** Best guesses first; at most three are kept. */
  readonly moves: readonly MoveGuess[];
  readonly reading: Reading;
  /** The words that carried the decision, strongest first. */
  readonly because: readonly Span[];
  readonly topics: readonly TopicHit[];
}

export type ReplyLanguage = 'nl' | 'en' | 'other' | 'unclear';

export type PersonalDataKind = 'bsn' | 'phone' | 'email' | 'iban' | 'address' | 'name';

export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly span: Span;
}

export interface JargonHit {
  readonly span: Span;
  readonly term: string;
  readonly plain: string;
}

/** Things that hold for the reply as a whole. */
export interface Signals {
  readonly language: ReplyLanguage;
  readonly personalData: readonly PersonalData[];
  readonly jargon: readonly JargonHit[];
  /** Mean words a sentence; long sentences are hard to follow in a second language. */
  readonly wordsPerSentence: number;
  /** How easily it reads (Flesch–Douma): 100 very easy, about 65 is level B1; null when too short to tell. */
  readonly readingEase: number | null;
  /** No letters or digits at all: silence, an emoji, dots. */
  readonly wordless: boolean;
  /** Only fingers on a keyboard, no words. */
  readonly nonsense: boolean;
  /** Dutch and English through each other in one reply. */
  readonly mixed: boolean;
  /** The reply speaks to the computer instead of the person ("ignore your instructions"). */
  readonly toTheMachine: boolean;
}

export interface Understanding {
  readonly sentences: readonly Sentence[];
  readonly signals: Signals;
}

/** One sentence to recognise, with what was around it. */
export interface SentenceInContext {
  readonly text: string;
  /** What the persona said just before this reply; null when unknown. */
  readonly personaLine: string | null;
  /** The neighbouring sentences of the same reply. */
  readonly previous: string | null;
  readonly next: string | null;
  /** 0-based place in the reply, and how many sentences it has. */
  readonly index: number;
  readonly count: number;
}

export interface Recognition {
  /** All moves with a probability that matters, best first; probabilities are calibrated. */
  readonly moves: readonly MoveGuess[];
  readonly reading: Reading;
  /** Offsets into the sentence's own text. */
  readonly because: readonly Span[];
}

/**
 * The port for recognising moves. Built in are a linear model and a small net, mixed, trained from the labelled corpus; a stronger one
 * may be plugged in when `evaluate` measures it better. Pure: the same sentence gives the same recognition.
 */
export interface Recogniser {
  readonly version: string;
  recognise(sentence: SentenceInContext): Recognition;
}

/** Authored words by which a topic is known: keywords or short phrases, stems allowed. */
export interface TopicWords {
  readonly id: string;
  readonly words: readonly string[];
}

export interface JargonTerm {
  readonly term: string;
  readonly plain: string;
}

/** Everything authored that understanding needs beside the recogniser. */
export interface Lexicon {
  readonly topics: readonly TopicWords[];
  readonly jargon: readonly JargonTerm[];
}

/** What is known about the moment at which a reply was typed. */
export interface ReplyContext {
  readonly personaLine: string | null;
  /** Names that belong to the scenario and are nobody's. */
  readonly names?: ReadonlySet<string>;
}
