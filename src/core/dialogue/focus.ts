import type { Ask } from '../model/condition';
import { VALENCE } from '../model/moves';
import type { EffectTable } from '../model/scenario';
import type { Reading, Sentence } from '../model/understanding';
import { type Asking, askingOf, asksIfTrue, asksLeave } from '../understanding/asking';
import { matchesAny, movesOf } from './selectors';

/** How heavily a reading weighs on the listener; a family weighs as much as its lightest move. */
function salienceOf(table: EffectTable, reading: Reading): number {
  const moves = movesOf(reading);
  return moves.length === 0 ? 0 : Math.min(...moves.map((move) => table.salience[move]));
}

/** The sentence a listener reacts to: the heaviest, and of equals the last. */
export function weightiest<Item extends Weighed>(
  table: EffectTable,
  sentences: readonly Item[],
): Item | null {
  const weight = ({ reading, sentence }: Weighed) => salienceOf(table, reading ?? sentence.reading);
  return sentences.reduce<Item | null>(
    (best, item) => (!best || weight(item) >= weight(best) ? item : best),
    null,
  );
}

interface Weighed {
  readonly sentence: Sentence;
  readonly reading?: Reading;
}

/** A sentence with the topics it names, or takes over when it asks on without naming any. */
export interface Topical {
  readonly sentence: Sentence;
  /** What the sentence does. A question by its form alone counts as one where its move is not sure. */
  readonly reading: Reading;
  readonly topics: readonly string[];
  /** The topics come from the turn before. */
  readonly followUp: boolean;
  /** What it asks for; null when it asks nothing. */
  readonly ask: Ask | null;
}

/**
 * What each sentence of a reply is about and asks for. "Hoe lang?" is about the sentence before it, or about what was
 * spoken of in the turn before. "Akkoord?" makes a proposal of the sentences before it, "Klopt dat?" a question.
 */
export function topicals(
  sentences: readonly Sentence[],
  subjectBefore: readonly string[],
): readonly Topical[] {
  const forms = sentences.map(({ text, reading }) => formOf(text, reading));
  // Who goes on at once wants no answer to "mag ik iets moeilijks zeggen?", nor to what came before it.
  const leaveAt = sentences.findLastIndex(({ text }, i) => i < sentences.length - 1 && asksLeave(text));
  const tagAt = forms.findLastIndex((form) => form?.tag);
  let carried = subjectBefore;
  let named = false;
  return sentences.map((sentence, i) => {
    if (i <= leaveAt) return { sentence, reading: sentence.reading, topics: [], followUp: false, ask: null };
    const form = forms[i] ?? null;
    const reading = asAsked(sentence.reading, form);
    const own = sentence.topics.map((hit) => hit.topic);
    const ask = form?.ask ?? (own.length > 0 ? askedAfter(sentences[i + 1], i < tagAt) : null);
    if (own.length > 0) {
      carried = own;
      named = true;
      return { sentence, reading, topics: own, followUp: false, ask };
    }
    return (ask || asks(reading)) && carried.length > 0
      ? { sentence, reading, topics: carried, followUp: !named, ask }
      : { sentence, reading, topics: [], followUp: false, ask };
  });
}

/** What a statement asks for because of what follows it. */
function askedAfter(next: Sentence | undefined, tagged: boolean): Ask | null {
  if (tagged) return 'proposal';
  return next && asksIfTrue(next.text) ? 'whether' : null;
}

/** Readings that a question without its mark may have, and still be meant as a question. */
const MAY_ASK = ['family:question', 'family:together', 'family:space', 'leading-question', 'unsure'] as const;

function formOf(text: string, reading: Reading): Asking | null {
  const form = askingOf(text);
  if (!form || form.marked) return form;
  return matchesAny(MAY_ASK, reading) ? form : null;
}

/** Families that are easily taken for a question when only the family is known. */
const TAKEN_FOR = ['family:recognition', 'family:contact', 'family:information', 'family:avoidance'] as const;

function asAsked(reading: Reading, form: Asking | null): Reading {
  if (!form) return reading;
  const guessed = reading.kind === 'unsure' || (reading.kind === 'family' && matchesAny(TAKEN_FOR, reading));
  return guessed && (form.ask !== 'check' || reading.kind === 'unsure') ? QUESTION : reading;
}

const QUESTION: Reading = { kind: 'family', family: 'question', confidence: 0.5 };

/** The sentence an answer is about: the last question with a topic, else the last sentence with one. */
export function subject(sentences: readonly Topical[]): Topical | null {
  const named = sentences.filter(({ followUp, topics }) => topics.length > 0 && !followUp);
  const about = named.length > 0 ? named : sentences.filter(({ topics }) => topics.length > 0);
  return about.findLast(wantsAnswer) ?? about.at(-1) ?? null;
}

/** Whether something is asked or proposed, by move or by form. */
export function wantsAnswer({ reading, ask }: Topical): boolean {
  return asks(reading) || (ask !== null && ask !== 'check');
}

export function asks(reading: Reading): boolean {
  return matchesAny(['family:question', 'leading-question'], reading);
}

/** How a question is looked up among the lines about a topic: one by its form alone, too. */
export function spoken({ reading, ask }: Topical): Reading {
  const plain = matchesAny(['family:recognition', 'family:contact', 'family:information', 'other'], reading);
  return plain && ask !== null && ask !== 'check' && ask !== 'proposal' ? QUESTION : reading;
}

/** Whether a reply as a whole hurts or endangers; then nothing is disclosed. */
export function breaks(reading: Reading): boolean {
  const moves = movesOf(reading);
  return moves.length > 0 && moves.every((move) => VALENCE[move] === 'breaks' && move !== 'condone');
}
