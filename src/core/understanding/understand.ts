import type {
  Lexicon,
  Recogniser,
  ReplyContext,
  Sentence,
  Span,
  Understanding,
} from '../model/understanding';
import { readSignals } from './signals';
import { MAX_READ, splitSentences } from './split';
import type { TopicFinder } from './topics';
import { wordsOf } from './words';

/** Guesses kept for each sentence. */
const GUESSES = 3;

/** Reads one reply: its sentences, what each does and is about, and what holds for the whole. Never throws. */
export function understand(
  text: string,
  context: ReplyContext,
  recogniser: Recogniser,
  lexicon: Lexicon,
  topics: TopicFinder,
): Understanding {
  const spans = splitSentences(text);
  return {
    sentences: readSentences(text, spans, context, recogniser, topics),
    signals: readSignals(text, wordsOf(text.slice(0, MAX_READ)), spans.length, lexicon.jargon, context.names),
  };
}

/** Reads sentences that are already known by their place in the text. */
export function readSentences(
  text: string,
  spans: readonly Span[],
  context: ReplyContext,
  recogniser: Recogniser,
  topics: TopicFinder,
): readonly Sentence[] {
  const texts = spans.map(({ start, end }) => text.slice(start, end));
  return spans.map((span, index): Sentence => {
    const sentence = texts[index] ?? '';
    const { moves, reading, because } = recogniser.recognise({
      text: sentence,
      personaLine: context.personaLine,
      previous: texts[index - 1] ?? null,
      next: texts[index + 1] ?? null,
      index,
      count: spans.length,
    });
    const read = sentence.length > MAX_READ ? sentence.slice(0, MAX_READ) : sentence;
    return {
      text: sentence,
      span,
      moves: moves.slice(0, GUESSES),
      reading,
      because: because.map((part) => moved(part, span.start)),
      topics: topics.find(wordsOf(read)).map((hit) => ({ ...hit, span: moved(hit.span, span.start) })),
    };
  });
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
