import type { Span } from '../model/understanding';
import { ABBREVIATIONS } from './dutch/abbreviations';

/** A reply is read up to here; the rest belongs to the last sentence, unread. */
export const MAX_READ = 4000;
/** A reply has at most so many sentences; the last takes all that is left. */
export const MAX_SENTENCES = 60;
/** Sentences of more words than this, without a stop at their end, are cut at a comma where a new clause begins. */
const RUN_ON_WORDS = 30;
/** A piece that is cut off so is at least this many words long. */
const CLAUSE_WORDS = 8;

const TERMINATOR = /[.!?…。！？]/;
const CLOSER = /["'”’»)\]]/;
const SPACE = /\s/;
const LETTER = /\p{L}/u;
const PICTURE = /\p{Extended_Pictographic}/u;
/** Words that open a new main clause after a comma in run-on chat. */
const CLAUSE =
  /^(?:(?:maar|en|dus|want|of)\s+)?(?:ik|u|je|jij|we|wij|wat|hoe|waar|waarom|wie|wanneer|welke|kunt|kun|kan|zullen|zou|mag|heeft|hebt|heb|bent|ben|weet|wilt|wil|vindt|vind|dat is|dit is|het is)\s/i;

/**
 * Cuts a reply into sentences as people type them in chat: a full stop ends a sentence even before a small letter,
 * an ellipsis only before a capital, line ends always, and a leading stage direction in brackets stands alone.
 * The spans leave out the white space between sentences, follow each other, and never overlap.
 */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  const read = Math.min(text.length, MAX_READ);
  let start = 0;
  while (start < read && spans.length < MAX_SENTENCES - 1) {
    while (start < read && SPACE.test(text[start] ?? '')) start += 1;
    if (start >= read) break;
    const end = sentenceEnd(text, start, read);
    pushClauses(text, start, end, spans);
    start = end;
  }
  const rest = trimmed(text, start, text.length);
  if (rest) takeRest(rest, spans);
  return spans;
}

/** What was not read is kept: as the last sentence, or at its tail. */
function takeRest(rest: Span, spans: Span[]): void {
  const last = spans.at(-1);
  if (last && spans.length >= MAX_SENTENCES) spans[spans.length - 1] = { start: last.start, end: rest.end };
  else spans.push(rest);
}

function sentenceEnd(text: string, start: number, limit: number): number {
  const staged = stageDirectionEnd(text, start, limit);
  if (staged > 0) return staged;
  for (let at = start; at < limit; at += 1) {
    const unit = text[at] ?? '';
    if (unit === '\n' || unit === '\r') return at;
    if (TERMINATOR.test(unit)) {
      const after = skipClosers(text, at, limit);
      if (after >= limit) return limit;
      if (endsHere(text, start, at, after, limit)) return after;
      at = after - 1;
    } else if (
      unit >= '\u2600' &&
      SPACE.test(text[at + 1] ?? '') &&
      isPictureAt(text, at) &&
      LETTER.test(text[at + 2] ?? '')
    ) {
      return at + 1;
    }
  }
  return limit;
}

/** The end of a row of terminators and what closes after it. */
function skipClosers(text: string, at: number, limit: number): number {
  let after = at;
  while (after < limit && TERMINATOR.test(text[after] ?? '')) after += 1;
  while (after < limit && CLOSER.test(text[after] ?? '')) after += 1;
  return skipPictures(text, after, limit);
}

/** An emoji after the stop still belongs to the sentence before it. */
function skipPictures(text: string, from: number, limit: number): number {
  let after = from;
  for (let at = from; at < limit; at += 1) {
    const unit = text[at] ?? '';
    if (
      unit !== ' ' &&
      !(unit >= '\u200d' && (isPictureAt(text, at) || /[\u200d\ufe0f\ud83c-\ud83e]/.test(unit)))
    )
      break;
    if (unit !== ' ') after = at + 1;
  }
  return after;
}

function endsHere(text: string, start: number, at: number, after: number, limit: number): boolean {
  if (!SPACE.test(text[after] ?? '')) return false;
  const ellipsis = text[at] === '…' || (text[at] === '.' && text[at + 1] === '.');
  const next = nextLetter(text, after, limit);
  if (ellipsis) return next === '' || next !== next.toLowerCase();
  if (text[at] !== '.' || after - at > 1) return true;
  return !isAbbreviation(text, start, at, next);
}

function nextLetter(text: string, from: number, limit: number): string {
  let at = from;
  while (at < limit && SPACE.test(text[at] ?? '')) at += 1;
  return text[at] ?? '';
}

function isAbbreviation(text: string, start: number, stop: number, next: string): boolean {
  let from = stop;
  while (from > start && stop - from < 8 && !/[\s("']/.test(text[from - 1] ?? '')) from -= 1;
  const word = text.slice(from, stop);
  if (/^\p{Lu}$/u.test(word)) return next !== next.toLowerCase();
  if (/^\d{1,2}$/.test(word)) return from === start || (next === next.toLowerCase() && LETTER.test(next));
  return ABBREVIATIONS.has(word.toLowerCase());
}

/** Where a stage direction in round brackets that opens a sentence ends, or 0. */
function stageDirectionEnd(text: string, start: number, limit: number): number {
  if (text[start] !== '(') return 0;
  const close = text.indexOf(')', start);
  if (close < 0 || close >= Math.min(limit, start + 120)) return 0;
  const after = skipClosers(text, close, limit);
  return after >= limit || SPACE.test(text[after] ?? '') ? after : 0;
}

function isPictureAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const whole = unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 1, at + 1) : text.slice(at, at + 1);
  return PICTURE.test(whole);
}

/** A very long sentence that nobody closed is cut at commas where a new main clause begins. */
function pushClauses(text: string, start: number, end: number, spans: Span[]): void {
  let from = start;
  if (!TERMINATOR.test(text[end - 1] ?? '') && wordsBetween(text, start, end) > RUN_ON_WORDS) {
    let words = 0;
    for (let at = start; at < end && spans.length < MAX_SENTENCES - 2; at += 1) {
      if (SPACE.test(text[at] ?? '')) words += 1;
      if (text[at] !== ',' || words < CLAUSE_WORDS || !SPACE.test(text[at + 1] ?? '')) continue;
      if (!CLAUSE.test(text.slice(at + 2, at + 30)) || wordsBetween(text, at + 2, at + 200) < CLAUSE_WORDS)
        continue;
      push(text, from, at + 1, spans);
      from = at + 1;
      words = 0;
    }
  }
  push(text, from, end, spans);
}

function wordsBetween(text: string, from: number, to: number): number {
  let words = 1;
  for (let at = from; at < to && at < text.length; at += 1) if (SPACE.test(text[at] ?? '')) words += 1;
  return words;
}

function push(text: string, start: number, end: number, spans: Span[]): void {
  const span = trimmed(text, start, end);
  if (span) spans.push(span);
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && SPACE.test(text[from] ?? '')) from += 1;
  while (to > from && SPACE.test(text[to - 1] ?? '')) to -= 1;
  return to > from ? { start: from, end: to } : null;
}
