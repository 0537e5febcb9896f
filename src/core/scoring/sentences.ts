import { matchesAny } from '../dialogue/selectors';
import type { Climate, Phase, Turn } from '../model/conversation';
import type { Rubric } from '../model/scoring';
import type { Reading, Span } from '../model/understanding';

/** One sentence of the learner with everything an indicator may look at. */
export interface Said {
  readonly turn: number;
  readonly sentence: number;
  readonly span: Span;
  /** The learner's literal words. */
  readonly quote: string;
  readonly reading: Reading;
  readonly topics: readonly string[];
  readonly phase: Phase;
  readonly climate: Climate;
  /** The sentence that made a concern come up. */
  readonly raises: boolean;
  /** Asks about a concern or names it, also when it had come up before. */
  readonly names: boolean;
  readonly jargon: boolean;
  readonly plain: boolean;
  /** Takes something back: then it is about that, not about its topics. */
  readonly apologises: boolean;
  /** A breaking sentence that was made good in the same or the next reply. */
  readonly repaired: boolean;
}

type Repair = Pick<Rubric, 'repairable' | 'repairedBy'>;

/** Topic by which somebody takes something back; a scenario may have words for it. */
export const APOLOGY = 'apology';

/** Longer sentences are hard to follow for who reads Dutch at B1. */
const WORDS_STILL_PLAIN = 20;
/** Replies that read less easily than this (Flesch–Douma) are hard for many people who grew up with Dutch, too. */
const EASE_STILL_PLAIN = 35;

/** All sentences of the talk in order. What the persona said is left out: it is never evidence. */
export function sentencesOf(turns: readonly Turn[], repair: Repair): readonly Said[] {
  return turns.flatMap((turn, at) =>
    turn.understanding.signals.wordless ? [] : sentencesOfTurn(turn, turns[at + 1] ?? null, repair),
  );
}

function sentencesOfTurn(turn: Turn, next: Turn | null, repair: Repair): readonly Said[] {
  const { sentences, signals } = turn.understanding;
  const easy = signals.readingEase === null || signals.readingEase >= EASE_STILL_PLAIN;
  const repairs = (candidates: Turn['understanding']['sentences']) =>
    candidates.some((sentence) => matchesAny(repair.repairedBy, sentence.reading));
  return sentences.map((sentence, index): Said => {
    const jargon = signals.jargon.some((hit) => overlaps(hit.span, sentence.span));
    return {
      turn: turn.number,
      sentence: index,
      span: sentence.span,
      quote: turn.text.slice(sentence.span.start, sentence.span.end),
      reading: sentence.reading,
      topics: sentence.topics.map((hit) => hit.topic),
      phase: turn.phase,
      climate: turn.climate,
      raises: turn.named
        ? turn.named.some((n) => n.sentence === index && turn.raised.includes(n.concern))
        : turn.raised.length > 0,
      names: turn.named ? turn.named.some((n) => n.sentence === index) : true,
      apologises: sentence.topics.some(({ topic }) => topic === APOLOGY),
      jargon,
      plain: !jargon && easy && sentence.text.trim().split(/\s+/).length <= WORDS_STILL_PLAIN,
      repaired:
        matchesAny(repair.repairable, sentence.reading) &&
        (repairs(sentences.slice(index + 1)) || repairs(next?.understanding.sentences ?? [])),
    };
  });
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
