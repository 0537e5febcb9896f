import type { JargonHit, JargonTerm, ReplyLanguage, Signals, Span } from '../model/understanding';
import { DUTCH_WORDS, ENGLISH_WORDS, OTHER_WORDS, SHARED_WORDS } from './dutch/languages';
import { isNonsense } from './nonsense';
import { findPersonalData } from './personalData';
import { createPhraseFinder, type PhraseFinder } from './phrases';
import { readingEase } from './readability';
import type { Word } from './words';

const LATIN = /\p{Script=Latin}/u;
const WORDLESS = /[\p{L}\p{N}]/u;

const TO_THE_MACHINE: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|instructions|prompt|rules|previous|above)\b/i,
  /\b(?:negeer|vergeet|omzeil)\b.{0,40}\b(?:instructies?|opdracht(?:en)?|prompt|regels|systeem)\b/i,
  /\b(?:system|systeem)[ -]?prompt\b/i,
  /\b(?:chatgpt|gpt-?\d|openai|claude|llm|jailbreak)\b/i,
  /\b(?:ben|bent|zijn) (?:je|jij|u|jullie|dit)\b.{0,25}\b(?:robot|bot|chatbot|computer|ai|taalmodel|programma|machine|nep)\b/i,
  /\b(?:je|jij|u) (?:ben|bent) (?:maar |toch |gewoon |slechts |alleen )*(?:een )?(?:robot|bot|chatbot|computer|ai|taalmodel|computerprogramma|machine|simulatie)\b/i,
  /\b(?:are you|you are|act as|pretend to be|you're) .{0,20}\b(?:bot|ai|robot|language model|assistant|machine)\b/i,
  /\b(?:geef|zet|maak)\b.{0,30}\b(?:hoge|hoogste|maximale|beste|alle|mijn) (?:score|punten|scores|cijfer|scorekaart)\b/i,
  /\b(?:stel|zet|verhoog) (?:het |je |mijn )?(?:vertrouwen|trust|score) (?:op|naar) \d/i,
  /<\/?(?:script|system|instructions?)\b/i,
];

const jargonFinders = new WeakMap<readonly JargonTerm[], PhraseFinder<JargonTerm>>();

/** What holds for the reply as a whole. */
export function readSignals(
  text: string,
  words: readonly Word[],
  sentences: number,
  jargon: readonly JargonTerm[],
  names?: ReadonlySet<string>,
): Signals {
  return {
    language: languageOf(words),
    personalData: findPersonalData(text, names),
    jargon: findJargon(words, jargon),
    wordsPerSentence: sentences === 0 ? 0 : Math.round((words.length / sentences) * 10) / 10,
    readingEase: readingEase(words, sentences),
    wordless: !WORDLESS.test(text),
    nonsense: isNonsense(words),
    mixed: isMixed(words),
    toTheMachine: TO_THE_MACHINE.some((pattern) => pattern.test(text.slice(0, 4000))),
  };
}

/** The language most everyday words belong to; too few words to tell is `unclear`. */
export function languageOf(words: readonly Word[]): ReplyLanguage {
  if (words.length === 0) return 'unclear';
  const foreign = words.filter(({ plain }) => /\p{L}/u.test(plain) && !LATIN.test(plain)).length;
  if (foreign * 2 > words.length) return 'other';
  const share = (list: ReadonlySet<string>) => words.filter(({ plain }) => list.has(plain)).length;
  const dutch = share(DUTCH_WORDS);
  const english = share(ENGLISH_WORDS);
  const other = Math.max(...OTHER_WORDS.map(share));
  if (dutch >= english && dutch >= other && dutch > 0) return 'nl';
  if (words.length < 3) return 'unclear';
  if (english > other && english >= 2 && english > dutch) return 'en';
  if (other >= 2 && other > dutch) return 'other';
  return dutch > 0 ? 'nl' : 'unclear';
}

/** English words in a row that make a reply mixed, beside at least as many Dutch ones. */
const ENGLISH_ENOUGH = 3;

/** Whether a reply goes from Dutch to English or back: a few words of each, loan words and names aside. */
function isMixed(words: readonly Word[]): boolean {
  const dutch = words.filter(({ plain }) => DUTCH_WORDS.has(plain) && !ENGLISH_WORDS.has(plain)).length;
  const english = words.filter(({ plain }) => ENGLISH_WORDS.has(plain) && !SHARED_WORDS.has(plain)).length;
  return dutch >= 2 && english >= ENGLISH_ENOUGH && english * 6 >= words.length;
}

/** Professional words that many people do not know, each with a plainer one. */
export function findJargon(words: readonly Word[], jargon: readonly JargonTerm[]): readonly JargonHit[] {
  let finder = jargonFinders.get(jargon);
  if (!finder) {
    finder = createPhraseFinder(jargon.map((entry): readonly [string, JargonTerm] => [entry.term, entry]));
    jargonFinders.set(jargon, finder);
  }
  const taken: Span[] = [];
  const hits = [...finder.find(words)].sort((left, right) => size(right.span) - size(left.span));
  const kept = hits.filter(({ span }) => {
    if (taken.some((other) => span.start < other.end && other.start < span.end)) return false;
    taken.push(span);
    return true;
  });
  return kept
    .map(({ value, span }) => ({ span, term: value.term, plain: value.plain }))
    .sort((left, right) => left.span.start - right.span.start);
}

function size({ start, end }: Span): number {
  return end - start;
}
